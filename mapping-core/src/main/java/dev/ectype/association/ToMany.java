package dev.ectype.association;

import dev.ectype.error.NotLoadedException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records that another is related to, or the fact that they were not read: the type of a record's component. They are
 * never read when they are looked at. Immutable.
 *
 * @param <E> the related record
 */
public sealed interface ToMany<E> {

    /**
     * What was read.
     *
     * @param records the related records, in the order in which they were asked for
     */
    record Loaded<E>(List<E> records) implements ToMany<E> {
        /** Copies the records. */
        public Loaded {
            records = List.copyOf(records);
        }

        @Override
        public String toString() {
            return records.toString();
        }
    }

    /**
     * Nothing was read. Equal to every other of its kind.
     *
     * @param association the names of the owner and the association; may be empty
     */
    record NotLoaded<E>(String association) implements ToMany<E> {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof NotLoaded<?>;
        }

        @Override
        public int hashCode() {
            return 0;
        }

        /** Says what to preload. */
        @Override
        public String toString() {
            return Hint.text(association);
        }
    }

    /** Returns related records. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is copied
    static <E> ToMany<E> of(E... records) {
        return new Loaded<>(List.of(records));
    }

    /** Returns related records. */
    static <E> ToMany<E> of(List<E> records) {
        return new Loaded<>(records);
    }

    /** Returns that nothing was read. */
    static <E> ToMany<E> notLoaded() {
        return notLoaded("");
    }

    /** Returns that nothing was read of an association. */
    static <E> ToMany<E> notLoaded(String association) {
        return new NotLoaded<>(association);
    }

    /** Tells whether they were read. */
    default boolean isLoaded() {
        return this instanceof Loaded<E>;
    }

    /**
     * Returns the related records.
     *
     * @throws NotLoadedException if they were not read
     */
    default List<E> list() {
        if (this instanceof NotLoaded<E> not) {
            throw new NotLoadedException(not.association());
        }
        return ((Loaded<E>) this).records();
    }
}
