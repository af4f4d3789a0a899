package dev.ectype.adapter.inmemory.internal.plan;

import dev.ectype.adapter.inmemory.internal.store.Deadline;
import dev.ectype.adapter.inmemory.internal.tree.Cursor;
import dev.ectype.types.stored.Row;
import org.jspecify.annotations.Nullable;

/** Looks at the clock from time to time. */
final class TimedCursor implements Cursor<Row> {
    private static final int ROWS_BETWEEN_LOOKS = 256;

    private final Cursor<Row> rows;
    private final Deadline deadline;
    private int passed;

    TimedCursor(Cursor<Row> rows, Deadline deadline) {
        this.rows = rows;
        this.deadline = deadline;
    }

    @Override
    public @Nullable Row next() {
        if (passed++ % ROWS_BETWEEN_LOOKS == 0) {
            deadline.check();
        }
        return rows.next();
    }
}
