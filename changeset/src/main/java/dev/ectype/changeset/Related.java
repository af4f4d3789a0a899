package dev.ectype.changeset;

import java.util.Map;

/**
 * A record to put into a relation.
 *
 * @param <E> the related record
 */
public sealed interface Related<E> {

    /** A record as it is. */
    record OfRecord<E>(E record) implements Related<E> {}

    /** A changeset, whose changes and errors count. */
    record OfChangeset<E>(Changeset<E> changeset) implements Related<E> {}

    /** Values by field name, put without a look into the record with the same primary key or into a new one. */
    record OfValues<E>(Map<String, ?> values) implements Related<E> {}

    /** Returns a record as it is. */
    static <E> Related<E> record(E record) {
        return new OfRecord<>(record);
    }

    /** Returns a changeset. */
    static <E> Related<E> changeset(Changeset<E> changeset) {
        return new OfChangeset<>(changeset);
    }

    /** Returns values by field name. */
    static <E> Related<E> values(Map<String, ?> values) {
        return new OfValues<>(values);
    }
}
