package dev.ectype.adapter.inmemory;

import dev.ectype.adapter.inmemory.internal.store.Binding;
import dev.ectype.adapter.inmemory.internal.tree.Cursor;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.RowCursor;
import dev.ectype.types.stored.Row;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rows of a plan as the source sees them, and why they ended. */
final class MemoryCursor implements RowCursor {
    private final Cursor<Row> rows;
    private final Binding binding;
    private final Window window;
    private final long budget;
    private long returned;
    private @Nullable End end;

    MemoryCursor(Cursor<Row> rows, Binding binding, Window window, OptionalLong budget) {
        this.rows = rows;
        this.binding = binding;
        this.window = window;
        this.budget = budget.orElse(Long.MAX_VALUE);
    }

    @Override
    public @Nullable Row next() {
        if (end != null) {
            return null;
        }
        if (window.limit().isPresent() && returned == window.limit().getAsLong()) {
            end = End.WINDOW;
            return null;
        }
        Row row = rows.next();
        if (row == null || returned == budget) {
            end = row == null ? End.EXHAUSTED : End.BUDGET;
            return null;
        }
        returned++;
        return binding.view(row);
    }

    @Override
    public void forEachLeft(Consumer<? super Row> action) {
        if (end != null || window.limit().isPresent() || budget < Long.MAX_VALUE) {
            RowCursor.super.forEachLeft(action);
        } else {
            rows.forEachLeft(row -> action.accept(binding.view(row)));
            end = End.EXHAUSTED;
        }
    }

    @Override
    public End end() {
        if (end == null) {
            throw new IllegalStateException("the cursor has not come to its end: call next() until it returns null");
        }
        return end;
    }

    /** Nothing is held: rows belong to a snapshot that others share. */
    @Override
    public void close() {
        if (end == null) {
            end = End.EXHAUSTED;
        }
    }
}
