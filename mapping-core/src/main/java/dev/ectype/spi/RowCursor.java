package dev.ectype.spi;

import dev.ectype.types.stored.Row;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Rows as they come from the store, pages followed. Used by one thread, and closed even when left half-way. */
public interface RowCursor extends AutoCloseable {

    /** Why there are no more rows. */
    enum End {
        /** The store has no more. */
        EXHAUSTED,
        /** The window of the query is full. */
        WINDOW,
        /** The row budget of the call is used up; there may be more. */
        BUDGET,
        /** A limit of the store cut the result short; there may be more. */
        STORE_LIMIT
    }

    /** Returns a cursor over rows that are all there, of which no more than the budget are returned. */
    static RowCursor over(List<Row> rows, OptionalLong budget) {
        return new ListCursor(rows, budget);
    }

    /**
     * Returns the next row, or null at the end.
     *
     * @throws dev.ectype.error.StoreException if the store fails
     */
    @Nullable Row next();

    /**
     * Hands over the rows that are left, as if by {@link #next} until it returns null.
     *
     * @throws dev.ectype.error.StoreException if the store fails
     */
    default void forEachLeft(Consumer<? super Row> action) {
        for (Row row = next(); row != null; row = next()) {
            action.accept(row);
        }
    }

    /**
     * Returns why there are no more rows.
     *
     * @throws IllegalStateException before the last row was asked for and not there
     */
    End end();

    /** Frees what the cursor holds in the store; closing twice does nothing. */
    @Override
    void close();
}
