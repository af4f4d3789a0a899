package dev.ectype.adapter.inmemory.internal.store;

import dev.ectype.adapter.inmemory.internal.tree.Cursor;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import java.util.List;
import java.util.Set;

/**
 * The rows of a table at one moment, without its indexes. Immutable.
 *
 * @param name the table's name
 * @param state its rows
 */
public record TableImage(Table.Name name, TableState state) {

    /** Returns a table of rows that were read. */
    public static TableImage of(Table.Name name, Layout layout, List<String> key, boolean ordered, List<Row> rows) {
        return new TableImage(
                name,
                new TableSpec(layout, key, ordered, List.of(), Set.of())
                        .emptyState()
                        .filled(rows));
    }

    /** Returns the layout of the rows. */
    public Layout layout() {
        return state.spec().layout();
    }

    /** Returns the stored names of the primary key's slots. */
    public List<String> key() {
        return state.spec().keySources();
    }

    /** Tells whether the rows stand in the order of their keys. */
    public boolean ordered() {
        return state.isOrdered();
    }

    /** Returns how many rows there are. */
    public int size() {
        return state.size();
    }

    /** Returns a walk over the rows. */
    public Cursor<Row> rows() {
        return state.cursor(false);
    }

    /** Returns the greatest number of a row in a table without a primary key, zero if there is none. */
    long lastRowNumber() {
        int slot = layout().indexOfSource(Catalog.ROW_NUMBER);
        long last = 0;
        Cursor<Row> rows = rows();
        for (Row row = slot < 0 ? null : rows.next(); row != null; row = rows.next()) {
            last = row.get(slot) instanceof Long number ? Math.max(last, number) : last;
        }
        return last;
    }
}
