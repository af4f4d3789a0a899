package dev.ectype.tck.self;

import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.types.stored.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of a list. */
final class MapCursor implements RowCursor {
    private final List<Row> rows;
    private final ScanSpec spec;
    private final End endOfRows;
    private int next;
    private @Nullable End end;

    MapCursor(List<Row> rows, MapPlan plan, ScanSpec spec) {
        this.rows = rows;
        this.spec = spec;
        long limit = plan.query().window().limit().orElse(Long.MAX_VALUE);
        this.endOfRows = rows.size() >= limit ? End.WINDOW : End.EXHAUSTED;
    }

    @Override
    public @Nullable Row next() {
        if (next >= rows.size()) {
            end = endOfRows;
            return null;
        }
        if (next >= spec.rowBudget().orElse(Long.MAX_VALUE)) {
            end = End.BUDGET;
            return null;
        }
        return rows.get(next++);
    }

    @Override
    public End end() {
        if (end == null) {
            throw new IllegalStateException("there may be more rows");
        }
        return end;
    }

    @Override
    public void close() {}
}
