package dev.ectype.adapter.inmemory.association;

import dev.ectype.adapter.inmemory.InMemoryAdapter;
import dev.ectype.spi.Adapter;
import dev.ectype.spi.AtomicWriting;
import dev.ectype.spi.BulkChanging;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Delete;
import dev.ectype.spi.Insert;
import dev.ectype.spi.Transactional;
import dev.ectype.spi.Update;
import dev.ectype.spi.Write;
import dev.ectype.spi.WriteOutcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A store without transactions over one in memory; it may still write together what is known beforehand. */
final class Storeless extends Watched {
    private final Adapter adapter;
    private final boolean together;
    private final int most;

    private Storeless(Adapter adapter, boolean together, int most) {
        super(adapter);
        this.adapter = adapter;
        this.together = together;
        this.most = most;
    }

    /** Returns a store that writes one record at a time. */
    static Storeless oneByOne() {
        return new Storeless(InMemoryAdapter.create(), false, 0);
    }

    /** Returns a store that writes together what is known beforehand. */
    static Storeless together(int most) {
        return new Storeless(InMemoryAdapter.create(), true, most);
    }

    @Override
    public String store() {
        return together ? "batching" : "plain";
    }

    @Override
    public <T> Optional<T> as(Class<T> part) {
        if (part == AtomicWriting.class && together) {
            return Optional.of(part.cast(new Together()));
        }
        return part == Transactional.class || part == AtomicWriting.class || part == BulkChanging.class
                ? Optional.empty()
                : adapter.as(part);
    }

    private final class Together implements AtomicWriting {
        @Override
        public int maxWrites() {
            return most;
        }

        @Override
        public List<WriteOutcome> writeTogether(List<Write> writes) {
            calls.add("together " + writes.size());
            try (Transactional.Transaction transaction =
                    adapter.as(Transactional.class).orElseThrow().begin(CallOptions.NONE)) {
                List<WriteOutcome> outcomes = new ArrayList<>();
                for (Write write : writes) {
                    WriteOutcome outcome = written(transaction.adapter(), write);
                    if (!(outcome instanceof WriteOutcome.Written)) {
                        List<WriteOutcome> none = new ArrayList<>(Collections.nCopies(
                                writes.size(),
                                new WriteOutcome.Written(WriteOutcome.Effect.UNCHANGED, Optional.empty())));
                        none.set(outcomes.size(), outcome);
                        return none;
                    }
                    outcomes.add(outcome);
                }
                transaction.commit();
                return outcomes;
            }
        }

        private WriteOutcome written(Adapter inside, Write write) {
            if (write instanceof Insert insert) {
                return inside.insert(insert);
            }
            return write instanceof Update update ? inside.update(update) : inside.delete((Delete) write);
        }
    }
}
