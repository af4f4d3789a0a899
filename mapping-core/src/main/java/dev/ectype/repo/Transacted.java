package dev.ectype.repo;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Result;
import java.util.Objects;
import java.util.Optional;

/**
 * How work in a transaction ends: with a value, and all that was written stays, or with a reason, and none of it does.
 *
 * @param <T> the value
 * @param <E> the reason
 */
public sealed interface Transacted<T, E> {

    /** Everything stays. */
    record Committed<T, E>(T value) implements Transacted<T, E> {
        /** Makes sure that there is a value. */
        public Committed {
            Objects.requireNonNull(value, "a transaction ends with a value: return one");
        }
    }

    /** Nothing stays. */
    record RolledBack<T, E>(E why) implements Transacted<T, E> {
        /** Makes sure that there is a reason. */
        public RolledBack {
            Objects.requireNonNull(why, "a transaction is rolled back for a reason: return one");
        }
    }

    /** Ends work well. */
    static <T, E> Transacted<T, E> commit(T value) {
        return new Committed<>(value);
    }

    /** Ends work for a reason. */
    static <T, E> Transacted<T, E> rollback(E reason) {
        return new RolledBack<>(reason);
    }

    /** Ends work as a write did: with the record, or with the changeset that did not become one. */
    static <R> Transacted<R, Changeset<R>> of(Result<R> result) {
        return result.toOptional()
                .<Transacted<R, Changeset<R>>>map(Committed::new)
                .orElseGet(() -> new RolledBack<>(result.failure().orElseThrow()));
    }

    /** Tells whether everything stays. */
    default boolean isCommitted() {
        return this instanceof Committed<T, E>;
    }

    /** Returns the value, if everything stays. */
    default Optional<T> toOptional() {
        return this instanceof Committed<T, E> committed ? Optional.of(committed.value()) : Optional.empty();
    }

    /** Returns the reason, if nothing stays. */
    default Optional<E> reason() {
        return this instanceof RolledBack<T, E> back ? Optional.of(back.why()) : Optional.empty();
    }
}
