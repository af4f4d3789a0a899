package dev.ectype.tck.harness;

import dev.ectype.spi.Adapter;
import dev.ectype.spi.Delete;
import dev.ectype.spi.ForwardingAdapter;
import dev.ectype.spi.Insert;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.spi.Update;
import dev.ectype.spi.WriteOutcome;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** An adapter that counts the calls of another that touch the store: every one but those that plan. */
public final class CountingAdapter extends ForwardingAdapter {
    private final AtomicLong calls = new AtomicLong();

    CountingAdapter(Adapter adapter) {
        super(adapter);
    }

    /** Returns how many calls have touched the store. */
    public long calls() {
        return calls.get();
    }

    @Override
    public RowCursor scan(NativePlan plan, ScanSpec spec) {
        calls.incrementAndGet();
        return super.scan(plan, spec);
    }

    @Override
    public WriteOutcome insert(Insert insert) {
        calls.incrementAndGet();
        return super.insert(insert);
    }

    @Override
    public WriteOutcome update(Update update) {
        calls.incrementAndGet();
        return super.update(update);
    }

    @Override
    public WriteOutcome delete(Delete delete) {
        calls.incrementAndGet();
        return super.delete(delete);
    }

    /** {@inheritDoc} It has those of the other, whose calls are not counted. */
    @Override
    public <T> Optional<T> as(Class<T> part) {
        return other().as(part);
    }
}
