package dev.ectype.tck.harness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.spi.PushDown;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.Verdict;

/** The laws that an answer to a query must keep, whatever it says. */
public final class Laws {
    private Laws() {}

    /** Checks the number of verdicts, the window's place behind everything else, and that each refusal has a reason. */
    public static void check(QueryRequest query, PushDown answer) {
        assertThat(answer.where()).as("P2: one verdict for each conjunct").hasSameSizeAs(query.conjuncts());
        boolean rowsKnown = answer.where().stream().allMatch(Verdict::isExact)
                && answer.order().isExact();
        assertThat(rowsKnown || query.window().isAll() || !answer.window().isExact())
                .as("P5: the window is only taken after every condition and the order: %s", answer)
                .isTrue();
        answer.where().forEach(Laws::hasReason);
        hasReason(answer.order());
        hasReason(answer.window());
        assertThat(answer.order()).as("an order is exact or refused").isNotInstanceOf(Verdict.Superset.class);
        assertThat(answer.window()).as("a window is exact or refused").isNotInstanceOf(Verdict.Superset.class);
    }

    /** Checks that what is not done exactly has a reason. */
    public static void hasReason(Verdict verdict) {
        String reason = "exact";
        if (verdict instanceof Verdict.Refused refused) {
            reason = refused.why();
        } else if (verdict instanceof Verdict.Superset superset) {
            reason = superset.why();
        }
        assertThat(reason).as("P8: the reason of %s", verdict).isNotBlank();
    }
}
