package dev.ectype.adapter.dynamo.internal.read;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** How many items a page should have: as many rows as are still wanted, where every item becomes a row. */
record PageSize(boolean everyItemIsARow, LongSupplier wanted) {
    private static final long MOST = 100_000;
    static final PageSize ANY = new PageSize(false, () -> Long.MAX_VALUE);

    /** Returns the limit of a request; null for none. */
    @Nullable Integer limit() {
        long rows = everyItemIsARow ? wanted.getAsLong() : Long.MAX_VALUE;
        return rows > MOST ? null : (Integer) (int) Math.max(1, rows);
    }
}
