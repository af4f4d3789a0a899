package dev.ectype.repo.atomic;

import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.spi.Adapter;
import dev.ectype.spi.AtomicWriting;
import dev.ectype.spi.Write;
import dev.ectype.spi.WriteOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Does work once with nothing written, to learn its writes, and sends them together. If one of them is at fault, the work is
 * done once more with that outcome, so that it comes back where the work expects it.
 */
record Rehearsal<T>(Adapter adapter, AtomicWriting store, Function<Scope, T> work, Predicate<T> holds) {

    T run() {
        CollectingAdapter collector = new CollectingAdapter(adapter);
        T expected = work.apply(Scope.rehearsing(collector));
        List<Write> writes = collector.writes();
        if (!holds.test(expected) || writes.isEmpty()) {
            return expected;
        }
        requireFew(writes);
        return send(expected, writes);
    }

    private void requireFew(List<Write> writes) {
        if (writes.size() > store.maxWrites()) {
            throw new MappingException(
                    Kind.UNSUPPORTED,
                    "the store does not write that many records together; write fewer, or allow writing one by one:"
                            + " repo.withoutTransaction()",
                    Map.of("store", adapter.store(), "writes", writes.size(), "most", store.maxWrites()));
        }
    }

    /** Sends the writes, without those that were at fault and that the work does without. */
    private T send(T expected, List<Write> writes) {
        List<WriteOutcome> known = new ArrayList<>();
        writes.forEach(write -> known.add(CollectingAdapter.written(write)));
        List<Integer> sent = new ArrayList<>();
        for (int i = 0; i < writes.size(); i++) {
            sent.add(i);
        }
        while (!sent.isEmpty()) {
            List<WriteOutcome> outcomes =
                    store.writeTogether(sent.stream().map(writes::get).toList());
            int fault = firstFault(outcomes);
            if (fault < 0) {
                return expected;
            }
            known.set(sent.get(fault), outcomes.get(fault));
            T result = work.apply(Scope.rehearsing(new ReplayingAdapter(adapter, writes, known)));
            if (!holds.test(result)) {
                return result;
            }
            sent.remove(fault);
        }
        return expected;
    }

    private static int firstFault(List<WriteOutcome> outcomes) {
        for (int i = 0; i < outcomes.size(); i++) {
            if (!(outcomes.get(i) instanceof WriteOutcome.Written)) {
                return i;
            }
        }
        return -1;
    }
}
