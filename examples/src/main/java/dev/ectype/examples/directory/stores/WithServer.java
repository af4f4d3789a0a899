package dev.ectype.examples.directory.stores;

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

/**
 * An adapter whose server ends with it.
 *
 * @param adapter does everything
 * @param server ends the server, after the adapter was closed
 */
record WithServer(Adapter adapter, Runnable server) implements Adapter {
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
        return adapter.scan(plan, spec);
    }

    @Override
    public WriteOutcome insert(Insert insert) {
        return adapter.insert(insert);
    }

    @Override
    public WriteOutcome update(Update update) {
        return adapter.update(update);
    }

    @Override
    public WriteOutcome delete(Delete delete) {
        return adapter.delete(delete);
    }

    @Override
    public <T> Optional<T> as(Class<T> part) {
        return adapter.as(part);
    }

    @Override
    public void close() {
        adapter.close();
        server.run();
    }
}
