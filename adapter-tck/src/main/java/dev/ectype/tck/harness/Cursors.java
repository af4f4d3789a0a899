package dev.ectype.tck.harness;

import dev.ectype.spi.Adapter;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Reads cursors to their end. */
public final class Cursors {
    private Cursors() {}

    /**
     * What a cursor gave.
     *
     * @param rows the rows in their order
     * @param end why there were no more
     */
    public record Drained(List<Row> rows, RowCursor.End end) {}

    /** Runs a plan and reads all of it. */
    public static Drained drain(Adapter adapter, NativePlan plan, List<Integer> slots, OptionalLong budget) {
        List<Row> rows = new ArrayList<>();
        try (RowCursor cursor = adapter.scan(plan, new ScanSpec(slots, budget, CallOptions.NONE))) {
            for (Row row = cursor.next(); row != null; row = cursor.next()) {
                rows.add(row);
            }
            return new Drained(rows, cursor.end());
        }
    }
}
