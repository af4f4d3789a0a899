package dev.ectype.tck.harness;

import dev.ectype.spi.Adapter;
import dev.ectype.spi.Delete;
import dev.ectype.spi.Insert;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.spi.Update;
import dev.ectype.spi.WriteOutcome;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** An adapter that counts the calls of another that touch the store: every one but those that plan. */
public final class CountingAdapter implements Adapter {
    private final Adapter adapter;
    private final AtomicLong calls = new AtomicLong();

    CountingAdapter(Adapter adapter) {
        this.adapter = adapter;
    }

    /** Returns how many calls have touched the store. */
    public long calls() {
        return calls.get();
    }

    @Override
    public String store() {
        return adapter.store();
    }

    @Override
    public PushDown plan(QueryRequest query) {
        return adapter.plan(query);
    }

    @Override
    public RowCursor scan(NativePlan plan, ScanSpec spec) {
        calls.incrementAndGet();
        return adapter.scan(plan, spec);
    }

    @Override
    public WriteOutcome insert(Insert insert) {
        calls.incrementAndGet();
        return adapter.insert(insert);
    }

    @Override
    public WriteOutcome update(Update update) {
        calls.incrementAndGet();
        return adapter.update(update);
    }

    @Override
    public WriteOutcome delete(Delete delete) {
        calls.incrementAndGet();
        return adapter.delete(delete);
    }

    @Override
    public <T> Optional<T> as(Class<T> part) {
        return adapter.as(part);
    }

    @Override
    public void close() {
        adapter.close();
    }
}
