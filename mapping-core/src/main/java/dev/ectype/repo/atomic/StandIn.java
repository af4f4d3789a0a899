package dev.ectype.repo.atomic;

import dev.ectype.spi.Adapter;
import dev.ectype.spi.Delete;
import dev.ectype.spi.Insert;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.spi.Update;
import dev.ectype.spi.Write;
import dev.ectype.spi.WriteOutcome;
import java.util.Optional;

/** Reads from a store, and answers writes itself. It has no optional part of the store. */
abstract class StandIn implements Adapter {
    private final Adapter adapter;

    StandIn(Adapter adapter) {
        this.adapter = adapter;
    }

    /** Returns the outcome of the next write. */
    abstract WriteOutcome answer(Write write);

    @Override
    public final String store() {
        return adapter.store();
    }

    @Override
    public final PushDown plan(QueryRequest query) {
        return adapter.plan(query);
    }

    @Override
    public final RowCursor scan(NativePlan plan, ScanSpec spec) {
        return adapter.scan(plan, spec);
    }

    @Override
    public final WriteOutcome insert(Insert insert) {
        return answer(insert);
    }

    @Override
    public final WriteOutcome update(Update update) {
        return answer(update);
    }

    @Override
    public final WriteOutcome delete(Delete delete) {
        return answer(delete);
    }

    @Override
    public final <T> Optional<T> as(Class<T> part) {
        return Optional.empty();
    }

    @Override
    public final void close() {
        // the store is not this one's to close
    }
}
