package dev.ectype.tck.association;

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
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;

/**
 * Reads from another adapter and returns its rows in an order of chance, as any store may that was asked for none.
 *
 * @param adapter the other
 * @param chance chooses the order
 */
record AnyOrder(Adapter adapter, Random chance) implements Adapter {

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
        List<Row> rows = new ArrayList<>();
        try (RowCursor cursor = adapter.scan(plan, spec)) {
            for (Row row = cursor.next(); row != null; row = cursor.next()) {
                rows.add(row);
            }
        }
        Collections.shuffle(rows, chance);
        return RowCursor.over(rows, OptionalLong.empty());
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
    public void close() {
        // the other is not this one's to close
    }
}
