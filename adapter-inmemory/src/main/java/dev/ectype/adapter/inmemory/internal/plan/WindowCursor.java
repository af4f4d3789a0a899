package dev.ectype.adapter.inmemory.internal.plan;

import dev.ectype.adapter.inmemory.internal.tree.Cursor;
import dev.ectype.types.stored.Row;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Passes over some rows and then gives some. */
final class WindowCursor implements Cursor<Row> {
    private final Cursor<Row> rows;
    private long toSkip;
    private long left;

    WindowCursor(Cursor<Row> rows, long offset, OptionalLong limit) {
        this.rows = rows;
        this.toSkip = offset;
        this.left = limit.orElse(Long.MAX_VALUE);
    }

    @Override
    public @Nullable Row next() {
        if (left == 0) {
            return null;
        }
        Row row = rows.next();
        while (row != null && toSkip > 0) {
            toSkip--;
            row = rows.next();
        }
        left--;
        return row;
    }
}
