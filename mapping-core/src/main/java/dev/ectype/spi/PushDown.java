package dev.ectype.spi;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

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
    private static final int FEW = 8;
    private static final List<List<Verdict>> ALL_EXACT = IntStream.range(0, FEW)
            .mapToObj(conjuncts -> Collections.nCopies(conjuncts, Verdict.exact()))
            .map(List::copyOf)
            .toList();

    /** Returns the answer of a store that does all of a query, which has so many conjuncts. */
    public static PushDown whole(NativePlan plan, int conjuncts) {
        List<Verdict> where =
                conjuncts < FEW ? ALL_EXACT.get(conjuncts) : Collections.nCopies(conjuncts, Verdict.exact());
        return new PushDown(plan, where, Verdict.exact(), Verdict.exact());
    }

    /** Copies the verdicts. */
    public PushDown {
        where = List.copyOf(where);
    }

    /** Tells whether the store does all of it. */
    public boolean isWhole() {
        return givesRows() && window.isExact();
    }

    /** Tells whether the store gives exactly the rows that meet every conjunct, in the wanted order. */
    public boolean givesRows() {
        return checksAll() && order.isExact();
    }

    /** Tells whether the store checks every conjunct. */
    public boolean checksAll() {
        for (Verdict verdict : where) {
            if (!verdict.isExact()) {
                return false;
            }
        }
        return true;
    }
}
