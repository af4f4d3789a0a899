package dev.ectype.adapter.inmemory;

import dev.ectype.adapter.inmemory.internal.store.Store;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Transactional;

/**
 * A store of its own in memory: no two adapters share a table. Tables are made on first use.
 *
 * <p>Safe for use by several threads. Every read works on a snapshot of all tables, taken when its cursor is opened,
 * and never waits; a single write is atomic, and waits only for other writers of its table. Transactions have snapshot
 * isolation: each sees the store as it was when it began, and its own writes, and of two that write the same row the
 * first to commit wins, while the other's commit fails and may be tried again. That prevents dirty reads, reads that
 * cannot be repeated, phantoms and lost updates. It allows write skew: two transactions may each read what the other
 * writes, if they write different rows.
 */
public final class InMemoryAdapter extends SessionAdapter implements Transactional {
    private final Store store;

    private InMemoryAdapter(Store store) {
        super(new Sources(store), store);
        this.store = store;
    }

    /** Returns an adapter over an empty store. */
    public static InMemoryAdapter create() {
        return new InMemoryAdapter(new Store());
    }

    @Override
    public Transaction begin(CallOptions options) {
        return new MemoryTransactionAdapter(sources(), store.begin(), options);
    }

    /** Forgets all rows; the adapter is of no use any more. */
    @Override
    public void close() {
        sources().close();
    }
}
