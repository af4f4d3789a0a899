package dev.ectype.changeset;

import dev.ectype.types.Type;

/**
 * The typed token of one field of a {@link Shape}: what is permitted, validated, put and read by. Fields are compared
 * by identity. Implementations are immutable; a shape makes them.
 *
 * @param <R> the record
 * @param <V> the field's value
 */
public interface Field<R, V> {

    /** Returns the name, which is also the record component's. */
    String name();

    /** Returns the type of the values. */
    Type<V> type();

    /** Returns the shape that declared this field. */
    Shape<R> shape();

    /** Returns the place among the shape's fields, counted from 0. */
    int ordinal();

    /** Returns everything else that was declared. */
    FieldSettings settings();
}
