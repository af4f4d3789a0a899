package dev.ectype.tck.association;

import dev.ectype.spi.Adapter;
import dev.ectype.spi.ForwardingAdapter;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/** Reads from another adapter and returns its rows in an order of chance, as any store may that was asked for none. */
final class AnyOrder extends ForwardingAdapter {
    private final Random chance;

    /** Creates an adapter that reads from another, and does not close it. */
    AnyOrder(Adapter adapter, Random chance) {
        super(adapter);
        this.chance = chance;
    }

    @Override
    public RowCursor scan(NativePlan plan, ScanSpec spec) {
        List<Row> rows = new ArrayList<>();
        try (RowCursor cursor = other().scan(plan, spec)) {
            for (Row row = cursor.next(); row != null; row = cursor.next()) {
                rows.add(row);
            }
        }
        Collections.shuffle(rows, chance);
        return RowCursor.over(rows, OptionalLong.empty());
    }

    /** {@inheritDoc} It has none: what is read by them would not be shuffled. */
    @Override
    public <T> Optional<T> as(Class<T> part) {
        return Optional.empty();
    }

    @Override
    public void close() {
        // the other is not this one's to close
    }
}
