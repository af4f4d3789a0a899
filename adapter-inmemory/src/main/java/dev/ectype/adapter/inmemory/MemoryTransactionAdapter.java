package dev.ectype.adapter.inmemory;

import dev.ectype.adapter.inmemory.internal.store.Deadline;
import dev.ectype.adapter.inmemory.internal.store.MemoryTransaction;
import dev.ectype.spi.Adapter;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Transactional;

/** A transaction, and the store as it sees it. */
final class MemoryTransactionAdapter implements Transactional.Transaction {
    private final MemoryTransaction transaction;
    private final Deadline deadline;
    private final Adapter adapter;

    MemoryTransactionAdapter(Sources sources, MemoryTransaction transaction, CallOptions options) {
        this.transaction = transaction;
        this.deadline = Deadline.of(options);
        this.adapter = new Inside(sources, transaction);
    }

    /** Closing it does nothing: the transaction is ended by whoever began it. */
    private static final class Inside extends SessionAdapter {
        Inside(Sources sources, MemoryTransaction transaction) {
            super(sources, transaction);
        }

        @Override
        public void close() {}
    }

    @Override
    public Adapter adapter() {
        return adapter;
    }

    @Override
    public void commit() {
        transaction.commit(deadline);
    }

    @Override
    public void rollback() {
        transaction.rollback();
    }

    @Override
    public Transactional.Savepoint savepoint() {
        MemoryTransaction.Mark mark = transaction.mark();
        return () -> transaction.rollbackTo(mark);
    }

    @Override
    public void close() {
        transaction.close();
    }
}
