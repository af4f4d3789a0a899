package dev.ectype.adapter.mongo.internal.call;

import dev.ectype.query.eval.Evaluator;
import dev.ectype.query.ir.Aggregate;
import dev.ectype.query.ir.Grouping;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.RowCursor;
import dev.ectype.types.stored.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one group of a grouping without keys, which is there even over no rows; its conditions are tested here. */
final class Grouped implements RowCursor {
    private final RowCursor rows;
    private final Grouping grouping;
    private @Nullable End end;

    Grouped(RowCursor rows, Grouping grouping) {
        this.rows = rows;
        this.grouping = grouping;
    }

    @Override
    public @Nullable Row next() {
        if (end != null) {
            return null;
        }
        Row group = rows.next();
        end = End.EXHAUSTED;
        Row row = group == null ? ofNoRows() : group;
        return isWanted(row) ? row : null;
    }

    private boolean isWanted(Row row) {
        Window window = grouping.window();
        return window.offset() == 0
                && window.limit().orElse(1) > 0
                && Evaluator.ofAll(grouping.having()).matches(row);
    }

    private Row ofNoRows() {
        List<Aggregate> aggregates = grouping.aggregates();
        @Nullable Object[] values = new Object[aggregates.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = aggregates.get(i).function() == Aggregate.Function.COUNT ? 0L : null;
        }
        return Row.over(grouping.result(), values);
    }

    @Override
    public End end() {
        if (end == null) {
            throw new IllegalStateException("a cursor says why it ended after next() has returned null");
        }
        return end;
    }

    @Override
    public void close() {
        rows.close();
    }
}
