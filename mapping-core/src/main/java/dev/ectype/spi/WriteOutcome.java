package dev.ectype.spi;

import dev.ectype.types.stored.Row;
import java.util.List;

/** What became of one write. Outages are exceptions; everything that the caller must handle is here. */
public sealed interface WriteOutcome {

    /**
     * The write took place.
     *
     * @param row the row as it is stored now, with values that the store made; for a delete, as it was
     * @param effect what happened
     */
    record Written(Row row, Effect effect) implements WriteOutcome {}

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
}
