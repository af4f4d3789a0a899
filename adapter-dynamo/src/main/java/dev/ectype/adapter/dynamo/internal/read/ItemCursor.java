package dev.ectype.adapter.dynamo.internal.read;

import dev.ectype.adapter.dynamo.internal.codec.RowFormat;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.RowCursor;
import dev.ectype.types.stored.Row;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items as rows: tested, passed over and counted as they come in. */
final class ItemCursor implements RowCursor {
    private final Pages pages;
    private final RowFormat format;
    private final Predicate<Row> test;
    private final Progress progress;
    private Iterator<Map<String, AttributeValue>> page =
            List.<Map<String, AttributeValue>>of().iterator();
    private @Nullable End end;

    ItemCursor(Pages pages, RowFormat format, Predicate<Row> test, Progress progress) {
        this.pages = pages;
        this.format = format;
        this.test = test;
        this.progress = progress;
    }

    /** How many rows are still to be passed over and returned. */
    static final class Progress {
        private final long limit;
        private final long budget;
        private long toSkip;
        private long returned;

        Progress(Window window, OptionalLong budget) {
            this.toSkip = window.offset();
            this.limit = window.limit().orElse(Long.MAX_VALUE);
            this.budget = budget.orElse(Long.MAX_VALUE);
        }

        /** Returns how many rows must still come in; one more than the budget, to know whether there are more. */
        long wanted() {
            long rows = Math.min(limit, budget == Long.MAX_VALUE ? budget : budget + 1) - returned;
            return toSkip > Long.MAX_VALUE - rows ? Long.MAX_VALUE : toSkip + rows;
        }

        private boolean isFull() {
            return returned >= limit;
        }

        private boolean isPassedOver() {
            return toSkip > 0 && toSkip-- > 0;
        }
    }

    @Override
    public @Nullable Row next() {
        if (end == null && progress.isFull()) {
            end = End.WINDOW;
        }
        while (end == null) {
            Row row = fetched();
            if (row == null) {
                end = End.EXHAUSTED;
            } else if (test.test(row) && !progress.isPassedOver()) {
                return counted(row);
            }
        }
        return null;
    }

    private @Nullable Row counted(Row row) {
        if (progress.returned >= progress.budget) {
            end = End.BUDGET;
            return null;
        }
        progress.returned++;
        return row;
    }

    private @Nullable Row fetched() {
        while (!page.hasNext()) {
            List<Map<String, AttributeValue>> more = pages.next();
            if (more == null) {
                return null;
            }
            page = more.iterator();
        }
        return format.readRow(page.next());
    }

    @Override
    public End end() {
        if (end == null) {
            throw new IllegalStateException("the cursor is not at its end: read on until next() returns null");
        }
        return end;
    }

    @Override
    public void close() {
        end = end == null ? End.BUDGET : end;
    }
}
