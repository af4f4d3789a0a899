package dev.ectype.adapter.mongo.internal.codec;

import java.util.Set;

/**
 * Which texts of a source are stored as something else.
 *
 * @param objectIds the names in the store of those, or of the lists of those, that are stored as object ids
 * @param patterns the names in the store of those that are stored as regular expressions
 */
public record StoredTexts(Set<String> objectIds, Set<String> patterns) {
    /** All are stored as strings. */
    public static final StoredTexts PLAIN = new StoredTexts(Set.of(), Set.of());

    /** Copies the names. */
    public StoredTexts {
        objectIds = Set.copyOf(objectIds);
        patterns = Set.copyOf(patterns);
    }
}
