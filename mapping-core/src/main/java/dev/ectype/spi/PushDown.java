package dev.ectype.spi;

import java.util.List;

/**
 * An adapter's answer to a query: what it made of it, and one verdict for each part. Accepting a part and translating it
 * are one act: the verdicts speak of this very plan.
 *
 * @param plan what can be run
 * @param where one verdict for each conjunct, in their order
 * @param order the verdict for the order; exact if there is none
 * @param window the verdict for the window; exact only if every conjunct and the order are, or if all rows are wanted
 */
public record PushDown(NativePlan plan, List<Verdict> where, Verdict order, Verdict window) {
    /** Copies the verdicts. */
    public PushDown {
        where = List.copyOf(where);
    }

    /** Tells whether the store does all of it. */
    public boolean isWhole() {
        return where.stream().allMatch(Verdict::isExact) && order.isExact() && window.isExact();
    }
}
