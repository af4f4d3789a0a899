package dev.ectype.changeset;

import org.jspecify.annotations.Nullable;

/**
 * A value and where it was found.
 *
 * @param source where
 * @param value the value; null for a field that has none, and if there is nothing
 */
public record Found<V>(Source source, @Nullable V value) {

    /** Where a value was found. */
    public enum Source {
        /** Among the changes. */
        CHANGES,
        /** In the record, or among the defaults of a new one. */
        DATA,
        /** Nowhere. */
        NOTHING
    }

    private static final Found<?> NOWHERE = new Found<>(Source.NOTHING, null);

    @SuppressWarnings("unchecked") // there is no value
    static <V> Found<V> nothing() {
        return (Found<V>) NOWHERE;
    }

    /** Tells whether there is something, be it null. */
    public boolean isPresent() {
        return source != Source.NOTHING;
    }
}
