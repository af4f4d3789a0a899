package dev.ectype.spi;

import dev.ectype.query.ir.FieldPath;
import dev.ectype.types.stored.Layout;
import java.util.List;
import java.util.Optional;

/** The optional part of a store that returns rows together with the rows related to each of them, in one request. */
public interface Joining {

    /**
     * The rows that are related to one row: those in whose slot stands the same value. A null relates nothing.
     *
     * @param owner the slot of the row that others are related to
     * @param related the slot of the related rows
     * @param rows which of them, and in which order; the limit is one for each owner
     * @param slots the slots that the related rows must have
     */
    record Join(FieldPath owner, FieldPath related, QueryRequest rows, List<Integer> slots) {
        /** Copies the slots. */
        public Join {
            slots = List.copyOf(slots);
        }
    }

    /**
     * The answer: all or nothing.
     *
     * @param plan what {@link Adapter#scan} can run, giving rows of the result layout; it is a scan if rows of either side
     *     are found by one. Empty if the store cannot do all of it exactly
     * @param verdict exact, or why not
     */
    record Answer(Optional<NativePlan> plan, Verdict verdict) {}

    /**
     * Decides, without I/O, whether the store answers a query with related rows.
     *
     * @param result the layout of the result: the slots of the query's rows, then the list of related rows of each join
     */
    Answer planJoins(QueryRequest query, List<Join> joins, Layout result);
}
