package dev.ectype.spi;

import dev.ectype.query.ir.Grouping;
import java.util.Optional;

/** The optional part of a store that counts and groups. Without it the core does so over the rows, if the caller allows. */
public interface Aggregating {

    /**
     * The answer to a grouping: all or nothing.
     *
     * @param plan what {@link Adapter#scan} can run, giving rows of the grouping's result layout; empty if the store
     *     cannot do all of it exactly
     * @param verdict exact, or why not
     */
    record Answer(Optional<NativePlan> plan, Verdict verdict) {}

    /** Decides, without I/O, whether the store groups the rows of a query, which has no order and no window. */
    Answer planGrouping(QueryRequest query, Grouping grouping);
}
