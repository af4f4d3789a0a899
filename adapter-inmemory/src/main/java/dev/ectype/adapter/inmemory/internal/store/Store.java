package dev.ectype.adapter.inmemory.internal.store;

import dev.ectype.spi.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Tables whose states are published together as one snapshot. Each write outside a transaction is a transaction of its
 * own. Safe for use by several threads: readers take the latest snapshot without waiting, and writers of one table wait
 * for each other.
 */
public final class Store implements Session {
    private final AtomicReference<Snapshot> latest;
    private final Catalog catalog;

    /** All tables as they were at one moment. */
    public static final class Moment {
        private final Snapshot snapshot;

        private Moment(Snapshot snapshot) {
            this.snapshot = snapshot;
        }
    }

    /** Creates a store without tables. */
    public Store() {
        this.latest = new AtomicReference<>(Snapshot.EMPTY);
        this.catalog = new Catalog(this);
    }

    private Store(Store other) {
        this.latest = new AtomicReference<>(other.snapshot());
        this.catalog = other.catalog.copy(this);
    }

    /** Returns a store with the same rows, of which neither sees what is later written to the other; it costs no copy. */
    public Store fork() {
        synchronized (catalog) {
            return new Store(this);
        }
    }

    /** Returns the rows of all tables at this moment. */
    public List<TableImage> images() {
        Snapshot now = snapshot();
        List<TableImage> images = new ArrayList<>();
        for (Table table : catalog.tables()) {
            TableState state = now.state(table);
            if (state != null) {
                images.add(new TableImage(table.name(), state));
            }
        }
        return images;
    }

    /** Returns a store with these tables; whose source first uses one decides its layout and adds its indexes. */
    public static Store of(List<TableImage> images) {
        Store store = new Store();
        images.forEach(store.catalog::restore);
        return store;
    }

    /** Returns the tables as they are now. */
    public Moment moment() {
        return new Moment(snapshot());
    }

    /** Makes the rows of a moment the latest ones; tables that were made since are then empty. */
    public void returnTo(Moment moment) {
        for (Table table : catalog.tables()) {
            table.lock().lock();
            try {
                TableState then = moment.snapshot.state(table);
                TableSpec spec = read(table).spec();
                publish(table, then == null ? spec.emptyState() : then.as(spec));
            } finally {
                table.lock().unlock();
            }
        }
    }

    /** Returns the table of a source, made if it is not there. */
    public Binding bind(Source source, TableSettings settings) {
        return new Binding(source, catalog.tableOf(source, settings));
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
