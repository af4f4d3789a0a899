package dev.ectype.adapter.inmemory.internal.plan;

import dev.ectype.adapter.inmemory.internal.tree.Cursor;
import dev.ectype.types.stored.Row;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The rows that pass a test. */
final class FilterCursor implements Cursor<Row> {
    private final Cursor<Row> rows;
    private final Predicate<Row> test;

    FilterCursor(Cursor<Row> rows, Predicate<Row> test) {
        this.rows = rows;
        this.test = test;
    }

    @Override
    public @Nullable Row next() {
        Row row = rows.next();
        while (row != null && !test.test(row)) {
            row = rows.next();
        }
        return row;
    }

    @Override
    public void forEachLeft(Consumer<? super Row> action) {
        rows.forEachLeft(row -> {
            if (test.test(row)) {
                action.accept(row);
            }
        });
    }
}
