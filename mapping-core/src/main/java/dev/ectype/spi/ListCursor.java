package dev.ectype.spi;

import dev.ectype.types.stored.Row;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The rows of a query that are all there. */
final class ListCursor implements RowCursor {
    private final List<Row> rows;
    private final long budget;
    private int next;
    private boolean ended;

    ListCursor(List<Row> rows, OptionalLong budget) {
        this.rows = List.copyOf(rows);
        this.budget = budget.orElse(Long.MAX_VALUE);
    }

    @Override
    public @Nullable Row next() {
        if (next < rows.size() && next < budget) {
            return rows.get(next++);
        }
        ended = true;
        return null;
    }

    @Override
    public End end() {
        if (!ended) {
            throw new IllegalStateException("the cursor is not at its end: read on until next() returns null");
        }
        return next < rows.size() ? End.BUDGET : End.EXHAUSTED;
    }

    @Override
    public void close() {}
}
