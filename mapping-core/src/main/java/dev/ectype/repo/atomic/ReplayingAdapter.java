package dev.ectype.repo.atomic;

import dev.ectype.error.StoreException;
import dev.ectype.error.StoreException.Outcome;
import dev.ectype.spi.Adapter;
import dev.ectype.spi.Write;
import dev.ectype.spi.WriteOutcome;
import java.util.List;
import java.util.Map;

/** Answers writes as they were answered before. */
final class ReplayingAdapter extends StandIn {
    private final List<Write> before;
    private final List<WriteOutcome> outcomes;
    private int next;

    ReplayingAdapter(Adapter adapter, List<Write> before, List<WriteOutcome> outcomes) {
        super(adapter);
        this.before = before;
        this.outcomes = outcomes;
    }

    @Override
    WriteOutcome answer(Write write) {
        if (next >= before.size() || !isAlike(before.get(next), write)) {
            throw new StoreException(
                    "what was to be written has changed while the store refused it; try again",
                    Map.of("store", store(), "source", write.source()),
                    Outcome.NOT_DONE,
                    true,
                    null);
        }
        return outcomes.get(next++);
    }

    private static boolean isAlike(Write one, Write other) {
        return one.getClass() == other.getClass() && one.source().equals(other.source());
    }
}
