package dev.ectype.spi;

/** The optional part of a store with transactions in which reads and writes alternate. */
public interface Transactional {

    /**
     * Opens a transaction.
     *
     * @throws dev.ectype.error.StoreException if the store fails
     */
    Transaction begin(CallOptions options);

    /** A transaction, used by one thread. Closing one that is still open rolls it back. */
    interface Transaction extends AutoCloseable {

        /** Returns the store as this transaction sees it; it is of no use after the end. */
        Adapter adapter();

        /**
         * Makes the writes visible to others.
         *
         * @throws dev.ectype.error.StoreException if the store fails, or if another transaction was first; retryable if
         *     the same work may succeed in a new transaction
         */
        void commit();

        /** Forgets the writes. */
        void rollback();

        /** Marks a point to which {@link Savepoint#rollback} returns. */
        Savepoint savepoint();

        @Override
        void close();
    }

    /** A point in a transaction. */
    interface Savepoint {
        /** Forgets the writes since this point; the transaction goes on. */
        void rollback();
    }
}
