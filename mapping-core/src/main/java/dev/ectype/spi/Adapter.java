package dev.ectype.spi;

import java.util.Optional;

/**
 * A store. Safe for use by several threads.
 *
 * <p>A query is decided once, by {@link #plan}, without touching the store, and then run. What {@code plan} refuses is
 * never sent, and the core refuses or finishes it; nothing is dropped silently. Values in requests are already cast and
 * dumped; an adapter encodes each by its {@link dev.ectype.types.stored.Storage} and never as text of a query.
 */
public interface Adapter extends AutoCloseable {

    /** Returns the name of the store, as messages say it: {@code in-memory}, {@code MongoDB}. */
    String store();

    /** Decides what of a query the store does. Pure and total: no I/O, and "cannot" is an answer. */
    PushDown plan(QueryRequest query);

    /**
     * Runs a plan that this adapter made.
     *
     * @throws dev.ectype.error.StoreException if the store fails
     */
    RowCursor scan(NativePlan plan, ScanSpec spec);

    /**
     * Adds a row that is not there yet.
     *
     * @throws dev.ectype.error.StoreException if the store fails
     */
    WriteOutcome insert(Insert insert);

    /**
     * Changes a row that is there.
     *
     * @throws dev.ectype.error.StoreException if the store fails
     */
    WriteOutcome update(Update update);

    /**
     * Removes a row that is there.
     *
     * @throws dev.ectype.error.StoreException if the store fails
     */
    WriteOutcome delete(Delete delete);

    /** Returns an optional part, if this store has it: an interface that the adapter implements as well. */
    default <T> Optional<T> as(Class<T> part) {
        return part.isInstance(this) ? Optional.of(part.cast(this)) : Optional.empty();
    }

    /** Frees what the adapter holds; it does not close a client that the caller gave it. */
    @Override
    void close();
}
