package dev.ectype.spi;

import dev.ectype.query.ir.FieldPath;
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

    /** Returns the clash of a row with the primary key of another. */
    public static Violation ofPrimaryKey(Source source) {
        return new Violation(Kind.UNIQUE, PRIMARY_KEY, sources(source, source.key()));
    }

    /** Returns the clash of a row with another in a unique index. */
    public static Violation of(Source source, Source.Index index) {
        return new Violation(
                Kind.UNIQUE,
                index.name(),
                sources(source, index.fields().stream().map(FieldPath::slot).toList()));
    }

    private static List<String> sources(Source source, List<Integer> slots) {
        return slots.stream().map(slot -> source.layout().slot(slot).source()).toList();
    }

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
