package dev.ectype.association;

import dev.ectype.error.NotLoadedException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The record that another is related to, or none, or the fact that it was not read: the type of a record's component. It is
 * never read when it is looked at. Immutable.
 *
 * @param <E> the related record
 */
public sealed interface ToOne<E> {

    /**
     * What was read.
     *
     * @param record the related record; null if there is none
     */
    record Loaded<E>(@Nullable E record) implements ToOne<E> {
        @Override
        public String toString() {
            return String.valueOf(record);
        }
    }

    /**
     * Nothing was read. Equal to every other of its kind.
     *
     * @param association the names of the owner and the association; may be empty
     */
    record NotLoaded<E>(String association) implements ToOne<E> {
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

    /** Returns a related record. */
    static <E> ToOne<E> of(E record) {
        return new Loaded<>(record);
    }

    /** Returns that there is no related record. */
    static <E> ToOne<E> none() {
        return new Loaded<>(null);
    }

    /** Returns that nothing was read. */
    static <E> ToOne<E> notLoaded() {
        return notLoaded("");
    }

    /** Returns that nothing was read of an association. */
    static <E> ToOne<E> notLoaded(String association) {
        return new NotLoaded<>(association);
    }

    /** Tells whether it was read, be there a record or not. */
    default boolean isLoaded() {
        return this instanceof Loaded<E>;
    }

    /**
     * Returns the related record, if there is one.
     *
     * @throws NotLoadedException if it was not read
     */
    default Optional<E> get() {
        if (this instanceof NotLoaded<E> not) {
            throw new NotLoadedException(not.association());
        }
        return Optional.ofNullable(((Loaded<E>) this).record());
    }

    /**
     * Returns the related record.
     *
     * @throws NotLoadedException if it was not read
     * @throws java.util.NoSuchElementException if there is none
     */
    default E orElseThrow() {
        return get().orElseThrow();
    }
}
