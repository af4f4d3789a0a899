package dev.ectype.adapter.inmemory.association;

import dev.ectype.spi.Adapter;
import dev.ectype.spi.Delete;
import dev.ectype.spi.ForwardingAdapter;
import dev.ectype.spi.Insert;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.spi.Transactional;
import dev.ectype.spi.Update;
import dev.ectype.spi.WriteOutcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An adapter that notes what is asked of it, in words, and may hide the optional parts of the one it stands for. */
class Watched extends ForwardingAdapter {
    final List<String> calls;
    final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    Watched(Adapter adapter) {
        this(adapter, new CopyOnWriteArrayList<>());
    }

    private Watched(Adapter adapter, List<String> calls) {
        super(adapter);
        this.calls = calls;
    }

    @Override
    public RowCursor scan(NativePlan plan, ScanSpec spec) {
        threads.add(Thread.currentThread());
        calls.add(plan.explain());
        return super.scan(plan, spec);
    }

    @Override
    public WriteOutcome insert(Insert insert) {
        calls.add("insert " + insert.source());
        return super.insert(insert);
    }

    @Override
    public WriteOutcome update(Update update) {
        calls.add("update " + update.source());
        return super.update(update);
    }

    @Override
    public WriteOutcome delete(Delete delete) {
        calls.add("delete " + delete.source());
        return super.delete(delete);
    }

    @Override
    public <T> Optional<T> as(Class<T> part) {
        if (part == Transactional.class) {
            return other().as(Transactional.class).map(real -> part.cast(noted(real)));
        }
        return other().as(part);
    }

    private Transactional noted(Transactional real) {
        return options -> {
            calls.add("begin");
            return new Noted(real.begin(options), calls);
        };
    }

    /** A transaction whose end is noted, too. */
    private record Noted(Transactional.Transaction real, List<String> calls) implements Transactional.Transaction {
        @Override
        public Adapter adapter() {
            return new Watched(real.adapter(), calls);
        }

        @Override
        public void commit() {
            calls.add("commit");
            real.commit();
        }

        @Override
        public void rollback() {
            calls.add("rollback");
            real.rollback();
        }

        @Override
        public Transactional.Savepoint savepoint() {
            calls.add("savepoint");
            return real.savepoint();
        }

        @Override
        public void close() {
            real.close();
        }
    }
}
