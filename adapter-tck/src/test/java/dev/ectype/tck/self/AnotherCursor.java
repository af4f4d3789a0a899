package dev.ectype.tck.self;

import dev.ectype.spi.NativePlan;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import java.util.function.BiFunction;

/** An adapter whose cursors are not what they should be. */
final class AnotherCursor extends MapAdapter {
    private final BiFunction<RowCursor, ScanSpec, RowCursor> cursor;

    AnotherCursor(BiFunction<RowCursor, ScanSpec, RowCursor> cursor) {
        this.cursor = cursor;
    }

    @Override
    public RowCursor scan(NativePlan plan, ScanSpec spec) {
        return cursor.apply(super.scan(plan, spec), spec);
    }
}
