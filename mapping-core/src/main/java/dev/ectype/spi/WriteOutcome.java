package dev.ectype.spi;

import dev.ectype.error.MappingException;
import dev.ectype.error.StoreException;
import dev.ectype.types.stored.Row;
import java.util.List;
import java.util.Optional;

/** What became of one write. */
public sealed interface WriteOutcome {

    /**
     * The write took place, or found nothing to change.
     *
     * @param effect what happened
     * @param row a row with at least the slots that the write asked to be told; empty if it asked for none
     */
    record Written(Effect effect, Optional<Row> row) implements WriteOutcome {}

    /** Returns the outcome of a write that took place, telling the row only if slots of it were asked for. */
    static WriteOutcome written(Effect effect, List<Integer> returning, Row row) {
        return new Written(effect, returning.isEmpty() ? Optional.empty() : Optional.of(row));
    }

    /** What a write did. */
    enum Effect {
        /** A row was added. */
        INSERTED,
        /** A row was changed. */
        UPDATED,
        /** A row was removed. */
        DELETED,
        /** A row was there, and was left as it is. */
        UNCHANGED
    }

    /** The write would have broken rules of the store, and did not take place. */
    record Violated(List<Violation> violations) implements WriteOutcome {
        /** Copies the violations. */
        public Violated {
            violations = List.copyOf(violations);
        }
    }

    /** No row with that key met the conditions; nothing took place. */
    record Stale() implements WriteOutcome {}

    /**
     * The store failed on this row. Only the outcomes of many writes at once say so, since others may have taken place;
     * a single write throws the exception.
     *
     * @param failure what is known of this row's write
     */
    record Failed(StoreException failure) implements WriteOutcome {}

    /**
     * The row is not one that the store could take, and did not take place. Only the outcomes of many writes at once say so,
     * since others may have taken place; a single write throws the exception.
     *
     * @param refusal what is wrong with this row
     */
    record Refused(MappingException refusal) implements WriteOutcome {}
}
