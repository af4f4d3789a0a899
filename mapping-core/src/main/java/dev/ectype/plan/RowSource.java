package dev.ectype.plan;

import dev.ectype.types.stored.Row;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rows of a query, finished. Used by one thread and closed, even when left half-way. */
public interface RowSource extends AutoCloseable {

    /** Returns the next row, or null when there are no more. */
    @Nullable Row next();

    /** Hands over the rows that are left. */
    default void forEachLeft(Consumer<? super Row> action) {
        for (Row row = next(); row != null; row = next()) {
            action.accept(row);
        }
    }

    @Override
    void close();
}
