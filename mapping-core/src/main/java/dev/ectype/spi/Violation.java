package dev.ectype.spi;

import java.util.List;

/**
 * A rule of the store that a write would break, read from the store's structured error.
 *
 * @param kind which kind of rule
 * @param constraint the name of the index or rule in the store
 * @param fields the sources of the fields it is about, as far as the store says; may be empty
 */
public record Violation(Kind kind, String constraint, List<String> fields) {
    /** The name under which every adapter reports a clash of primary keys. */
    public static final String PRIMARY_KEY = "primary_key";

    /** Kinds of rules. */
    public enum Kind {
        /** Two records would have the same key. */
        UNIQUE,
        /** A reference would point to nothing, or something would lose what points to it. */
        FOREIGN_KEY,
        /** A rule about the values of one record. */
        CHECK,
        /** Two records would overlap. */
        EXCLUSION
    }

    /** Copies the fields. */
    public Violation {
        fields = List.copyOf(fields);
    }
}
