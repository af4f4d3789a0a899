package dev.ectype.adapter.inmemory.writing;

import dev.ectype.error.MappingException;
import dev.ectype.error.StoreException;
import dev.ectype.spi.Adapter;
import dev.ectype.spi.Delete;
import dev.ectype.spi.Insert;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.spi.Update;
import dev.ectype.spi.WriteOutcome;
import java.util.Map;

/** A store with none of the optional parts and no upserts, which goes away after so many insertions. */
final class Lacking implements Adapter {
    private final Adapter whole;
    private int left;

    Lacking(Adapter whole, int insertions) {
        this.whole = whole;
        this.left = insertions;
    }

    @Override
    public String store() {
        return "lacking";
    }

    @Override
    public PushDown plan(QueryRequest query) {
        return whole.plan(query);
    }

    @Override
    public RowCursor scan(NativePlan plan, ScanSpec spec) {
        return whole.scan(plan, spec);
    }

    @Override
    public WriteOutcome insert(Insert insert) {
        if (!(insert.onConflict() instanceof OnConflict.Raise)) {
            throw new MappingException(MappingException.Kind.UNSUPPORTED, "this store knows no upserts", Map.of());
        }
        if (left-- <= 0) {
            throw new StoreException("gone", Map.of(), StoreException.Outcome.UNKNOWN, true, null);
        }
        return whole.insert(insert);
    }

    @Override
    public WriteOutcome update(Update update) {
        return whole.update(update);
    }

    @Override
    public WriteOutcome delete(Delete delete) {
        return whole.delete(delete);
    }

    @Override
    public void close() {
        whole.close();
    }
}
