package dev.ectype.changeset;

import org.jspecify.annotations.Nullable;

/**
 * Makes and reads the records of one shape, by the ordinals of its fields.
 *
 * @param <R> the record
 */
public interface Binding<R> {

    /** Stands in the values for a field that a sparse record does not have. */
    Object ABSENT = new Object();

    /** Returns the value of a field, or null. */
    @Nullable Object get(R data, int ordinal);

    /** Tells whether the record has the field at all; only a sparse one may not. */
    default boolean has(R data, int ordinal) {
        return true;
    }

    /** Tells whether records may lack fields. */
    default boolean isSparse() {
        return false;
    }

    /**
     * Makes a record.
     *
     * @param original the record whose changed copy this is, or null
     * @param values one for each field; for a sparse record {@link #ABSENT} where there is none
     */
    R build(@Nullable R original, @Nullable Object[] values);
}
