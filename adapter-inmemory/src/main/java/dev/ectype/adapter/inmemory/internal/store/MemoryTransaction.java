package dev.ectype.adapter.inmemory.internal.store;

import dev.ectype.adapter.inmemory.internal.tree.Cursor;
import dev.ectype.adapter.inmemory.internal.tree.HashTree;
import dev.ectype.error.MappingException;
import dev.ectype.error.StoreException;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot with writes upon it, for one thread. Reads see the snapshot and the own writes; a commit succeeds if no row
 * that was written has been written by another since the snapshot was taken.
 */
public final class MemoryTransaction implements Session {
    private final Store store;
    private final Snapshot base;
    private final Map<Table, TableState> originals = new HashMap<>();
    private Map<Table, Work> works = Map.of();
    private boolean ended;

    /** What was done to one table: its rows as they are now, and rows with the keys that were written. */
    private record Work(TableState state, HashTree<Row> touched) {}

    /** The writes up to a moment. Immutable. */
    public static final class Mark {
        private final Map<Table, Work> works;

        private Mark(Map<Table, Work> works) {
            this.works = works;
        }
    }

    MemoryTransaction(Store store, Snapshot base) {
        this.store = store;
        this.base = base;
    }

    private void requireOpen() {
        if (ended) {
            throw new MappingException(
                    MappingException.Kind.USAGE, "the transaction has ended: begin another one", Map.of());
        }
    }

    @Override
    public TableState read(Table table) {
        requireOpen();
        Work work = works.get(table);
        return work == null ? original(table) : work.state.as(store.read(table).spec());
    }

    /**
     * Returns the table as it was when the transaction began, but as it is specified now: what another source adds to a
     * table is no part of a transaction.
     */
    private TableState original(Table table) {
        TableSpec spec = store.read(table).spec();
        TableState known = originals.get(table);
        TableState then = known == null ? base.state(table) : known;
        TableState now = then == null ? spec.emptyState() : then.as(spec);
        originals.put(table, now);
        return now;
    }

    @Override
    public <R> R write(Table table, Deadline deadline, Change<R> change) {
        return changed(table, new TableEditor(read(table), null), change);
    }

    @Override
    public <R> R writeMany(Table table, Deadline deadline, Change<R> change) {
        return changed(table, new TableEditor(read(table), new Object()), change);
    }

    private <R> R changed(Table table, TableEditor editor, Change<R> change) {
        R answer = change.apply(editor);
        TableState state = editor.finish();
        if (state != editor.before()) {
            Map<Table, Work> changed = new HashMap<>(works);
            changed.put(table, new Work(state, touched(table, editor)));
            works = changed;
        }
        return answer;
    }

    private HashTree<Row> touched(Table table, TableEditor editor) {
        Work work = works.get(table);
        HashTree<Row> touched = work == null ? HashTree.empty(editor.before().key()) : work.touched;
        Object owner = new Object();
        for (Row row : editor.touched()) {
            touched = touched.with(row, owner);
        }
        return touched;
    }

    /** Returns the writes up to now. */
    public Mark mark() {
        requireOpen();
        return new Mark(works);
    }

    /** Forgets the writes since a mark. */
    public void rollbackTo(Mark mark) {
        requireOpen();
        works = mark.works;
    }

    /** Forgets all writes and ends the transaction. */
    public void rollback() {
        requireOpen();
        close();
    }

    /** Ends the transaction if it has not ended; writes that were not published are forgotten. */
    public void close() {
        ended = true;
        works = Map.of();
        originals.clear();
    }

    /**
     * Publishes the writes of all tables at once, and ends the transaction whether that succeeds or not.
     *
     * @throws StoreException if another transaction wrote one of the rows first, or took a unique value; nothing of
     *     this one is then visible to others
     */
    public void commit(Deadline deadline) {
        requireOpen();
        SortedMap<Integer, Table> inOrder = new TreeMap<>();
        works.keySet().forEach(table -> inOrder.put(table.ordinal(), table));
        List<Table> locked = new ArrayList<>();
        try {
            for (Table table : inOrder.values()) {
                deadline.lock(table.lock());
                locked.add(table);
            }
            publish();
        } finally {
            locked.forEach(table -> table.lock().unlock());
            close();
        }
    }

    private void publish() {
        Map<Table, TableState> merged = new HashMap<>();
        works.forEach((table, work) -> merged.put(table, merged(table, work)));
        store.publish(merged);
    }

    private TableState merged(Table table, Work work) {
        return store.read(table) == original(table) ? read(table) : replayed(table, read(table), work.touched);
    }

    /** Does the writes again upon what others have published since, row by row. */
    private TableState replayed(Table table, TableState mine, HashTree<Row> touched) {
        TableEditor editor = new TableEditor(store.read(table), new Object());
        TableState original = original(table);
        List<Row> written = rows(touched);
        for (Row row : written) {
            Row there = editor.findLike(row);
            if (!Objects.equals(there, original.findLike(row))) {
                throw conflict(table, "row");
            }
            if (there != null && !Versions.isSame(there, mine.findLike(row))) {
                editor.remove(there);
            }
        }
        for (Row row : written) {
            insertAgain(table, editor, mine.findLike(row));
        }
        return editor.finish();
    }

    private static void insertAgain(Table table, TableEditor editor, @Nullable Row row) {
        if (row == null || Versions.isSame(row, editor.findLike(row))) {
            return;
        }
        if (!editor.violations(row, null).isEmpty()) {
            throw conflict(table, "unique value");
        }
        editor.insert(row);
    }

    private static List<Row> rows(HashTree<Row> tree) {
        List<Row> rows = new ArrayList<>(tree.size());
        Cursor<Row> cursor = tree.cursor(false);
        for (Row row = cursor.next(); row != null; row = cursor.next()) {
            rows.add(row);
        }
        return rows;
    }

    private static StoreException conflict(Table table, String what) {
        return new StoreException(
                "another transaction was first: run this one again",
                Map.of("table", table.name(), "both wrote the same", what),
                StoreException.Outcome.NOT_DONE,
                true,
                null);
    }
}
