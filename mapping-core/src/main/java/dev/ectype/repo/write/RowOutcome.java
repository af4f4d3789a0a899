package dev.ectype.repo.write;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.InvalidChangesetException;
import dev.ectype.error.MappingException;
import dev.ectype.error.StaleRecordException;
import java.util.Map;
import java.util.Optional;

/**
 * What became of one row that was to be inserted or merged into one that is there. Immutable.
 *
 * @param <R> the record
 */
public sealed interface RowOutcome<R> {

    /** What happened in the store. */
    enum Effect {
        /** A record was added. */
        INSERTED,
        /** A record that was there was changed. */
        UPDATED,
        /** A record that was there was left as it is. */
        UNCHANGED
    }

    /**
     * It is in the store.
     *
     * @param record the record as it is there now
     * @param effect what happened
     */
    record Ok<R>(R record, Effect effect) implements RowOutcome<R> {}

    /** It had errors or violates a declared constraint; nothing was written. */
    record Invalid<R>(Changeset<R> changeset) implements RowOutcome<R> {}

    /** A record was there, but did not meet the condition under which it was to be changed; nothing was written. */
    record Stale<R>(Changeset<R> changeset) implements RowOutcome<R> {}

    /**
     * It failed. Only the outcomes of many rows say so; a single write throws.
     *
     * @param failure why, and in a {@link dev.ectype.error.StoreException} what is known of the outcome
     */
    record Failed<R>(MappingException failure) implements RowOutcome<R> {}

    /** Tells whether the row is in the store. */
    default boolean isOk() {
        return this instanceof Ok<R>;
    }

    /** Returns the record, if the row is in the store. */
    default Optional<R> toOptional() {
        return this instanceof Ok<R> ok ? Optional.of(ok.record()) : Optional.empty();
    }

    /**
     * Returns the record.
     *
     * @throws InvalidChangesetException if it had errors
     * @throws StaleRecordException if the one that was there did not meet the condition
     * @throws MappingException if it failed
     */
    default R orElseThrow() {
        if (this instanceof Ok<R> ok) {
            return ok.record();
        }
        if (this instanceof Invalid<R> invalid) {
            throw new InvalidChangesetException(invalid.changeset());
        }
        if (this instanceof Failed<R> failed) {
            throw failed.failure();
        }
        throw new StaleRecordException(
                "the record that is there does not meet the condition under which it was to be changed",
                Map.of("record", ((Stale<R>) this).changeset().shape().name()));
    }
}
