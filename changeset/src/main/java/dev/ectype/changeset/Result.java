package dev.ectype.changeset;

import java.util.Optional;
import java.util.function.Function;

/**
 * What came of a changeset: a record, or the changeset with the reasons why there is none. Immutable.
 *
 * @param <R> the record
 */
public sealed interface Result<R> {

    /** The changeset was valid, and this is the record. */
    record Ok<R>(R value) implements Result<R> {}

    /** The changeset has errors. */
    record Invalid<R>(Changeset<R> changeset) implements Result<R> {}

    /** The record changed or vanished since it was read; only a store answers so. */
    record Stale<R>(Changeset<R> changeset) implements Result<R> {}

    /** Tells whether there is a record. */
    default boolean isOk() {
        return this instanceof Ok<R>;
    }

    /** Returns the record, if there is one. */
    default Optional<R> toOptional() {
        return this instanceof Ok<R> ok ? Optional.of(ok.value()) : Optional.empty();
    }

    /** Returns the changeset that did not become a record, if it did not. */
    default Optional<Changeset<R>> failure() {
        if (this instanceof Invalid<R> invalid) {
            return Optional.of(invalid.changeset());
        }
        return this instanceof Stale<R> stale ? Optional.of(stale.changeset()) : Optional.empty();
    }

    /** Returns the record, or what the function makes of the changeset. */
    default R orElse(Function<? super Changeset<R>, ? extends R> otherwise) {
        return toOptional().orElseGet(() -> otherwise.apply(failure().orElseThrow()));
    }

    /**
     * Returns the record.
     *
     * @throws InvalidChangesetException if there is none
     */
    default R orElseThrow() {
        return toOptional()
                .orElseThrow(() -> new InvalidChangesetException(failure().orElseThrow()));
    }
}
