package dev.ectype.repo;

import dev.ectype.plan.RowSource;
import dev.ectype.types.stored.Row;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of a query that runs, and what becomes of each, measured. Used by one thread. */
final class Results<T extends @Nullable Object> implements AutoCloseable {
    private final Watch watch;
    private final RowSource rows;
    private final Function<Row, ? extends T> loading;

    Results(Watch watch, RowSource rows, Function<Row, ? extends T> loading) {
        this.watch = watch;
        this.rows = rows;
        this.loading = loading;
    }

    /** Returns the next row, or null when there are no more. */
    @Nullable Row next() {
        long begin = watch.now();
        try {
            Row row = rows.next();
            watch.count(row == null ? 0 : 1);
            return row;
        } finally {
            watch.stored(begin);
        }
    }

    /** Hands over the results for all rows that are left. */
    void forEachLeft(Consumer<? super T> action) {
        if (!watch.isOn()) {
            rows.forEachLeft(row -> action.accept(loading.apply(row)));
            return;
        }
        for (Row row = next(); row != null; row = next()) {
            action.accept(load(row));
        }
    }

    /** Returns the result for a row. */
    T load(Row row) {
        long begin = watch.now();
        T result = loading.apply(row);
        watch.loaded(begin);
        return result;
    }

    @Override
    public void close() {
        rows.close();
    }
}
