package dev.ectype.adapter.inmemory.internal.store;

/** Where reads and writes happen: the store itself, or a transaction. */
public interface Session {

    /**
     * A change of one table.
     *
     * @param <R> what it answers
     */
    @FunctionalInterface
    interface Change<R> {
        /** Changes the table; if it throws, nothing has happened. */
        R apply(TableEditor editor);
    }

    /** Returns the rows of a table as this session sees them now. */
    TableState read(Table table);

    /**
     * Changes a few rows of a table in one atomic step.
     *
     * @throws dev.ectype.error.StoreException if the deadline passes before the change begins
     */
    <R> R write(Table table, Deadline deadline, Change<R> change);

    /** The same for many rows, which costs less for each of them. */
    <R> R writeMany(Table table, Deadline deadline, Change<R> change);
}
