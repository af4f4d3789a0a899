package dev.ectype.spi;

import dev.ectype.query.ir.Predicate;
import java.util.List;

/** What an insertion does when a row with the same key is already there. */
public sealed interface OnConflict {

    /** Reports the violated rule. */
    record Raise() implements OnConflict {}

    /**
     * Leaves the row that is there as it is.
     *
     * @param target the slots of the unique key that is meant; empty for the primary key
     */
    record Keep(List<Integer> target) implements OnConflict {
        /** Copies the slots. */
        public Keep {
            target = List.copyOf(target);
        }
    }

    /**
     * Changes the row that is there, in one atomic step with the attempt to insert.
     *
     * @param target the slots of the unique key that is meant; empty for the primary key
     * @param assignments the changes, at least one
     * @param conditions what must hold of the row that is there; otherwise the outcome is stale
     */
    record Change(List<Integer> target, List<Assignment> assignments, List<Predicate> conditions)
            implements OnConflict {
        /** Copies the lists. */
        public Change {
            target = List.copyOf(target);
            assignments = List.copyOf(assignments);
            conditions = List.copyOf(conditions);
        }
    }

    /** Returns the default: the violated rule is reported. */
    static OnConflict raise() {
        return new Raise();
    }
}
