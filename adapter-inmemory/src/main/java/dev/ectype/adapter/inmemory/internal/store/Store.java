package dev.ectype.adapter.inmemory.internal.store;

import dev.ectype.spi.Source;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Tables whose states are published together as one snapshot. Each write outside a transaction is a transaction of its
 * own. Safe for use by several threads: readers take the latest snapshot without waiting, and writers of one table wait
 * for each other.
 */
public final class Store implements Session {
    private final AtomicReference<Snapshot> latest = new AtomicReference<>(Snapshot.EMPTY);
    private final Catalog catalog = new Catalog(this);

    /** Returns the table of a source, made if it is not there. */
    public Binding bind(Source source, Optional<Boolean> ordered) {
        return new Binding(source, catalog.tableOf(source, ordered));
    }

    /** Returns the tables that there are. */
    public Catalog catalog() {
        return catalog;
    }

    /** Opens a transaction over the latest snapshot. */
    public MemoryTransaction begin() {
        return new MemoryTransaction(this, snapshot());
    }

    /** Returns the latest snapshot. */
    private Snapshot snapshot() {
        return Objects.requireNonNull(latest.get());
    }

    @Override
    public TableState read(Table table) {
        return Objects.requireNonNull(snapshot().state(table));
    }

    @Override
    public <R> R write(Table table, Deadline deadline, Change<R> change) {
        deadline.lock(table.lock());
        try {
            return changeLocked(table, new TableEditor(read(table), null), change);
        } finally {
            table.lock().unlock();
        }
    }

    @Override
    public <R> R writeMany(Table table, Deadline deadline, Change<R> change) {
        deadline.lock(table.lock());
        try {
            return changeLocked(table, new TableEditor(read(table), new Object()), change);
        } finally {
            table.lock().unlock();
        }
    }

    private <R> R changeLocked(Table table, TableEditor editor, Change<R> change) {
        R answer = change.apply(editor);
        TableState changed = editor.finish();
        if (changed != editor.before()) {
            publish(table, changed);
        }
        return answer;
    }

    /** Makes the state of a table, whose lock the caller holds, the latest one. */
    void publish(Table table, TableState state) {
        latest.updateAndGet(snapshot -> snapshot.with(table, state));
    }

    /** Makes the states of several tables, whose locks the caller holds, the latest ones in one step. */
    void publish(Map<Table, TableState> states) {
        latest.updateAndGet(snapshot -> snapshot.with(states));
    }
}
