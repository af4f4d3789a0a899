package dev.ectype.adapter.inmemory.internal.store;

import dev.ectype.spi.Source;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import org.jspecify.annotations.Nullable;

/**
 * A source and its table. Rows are stored in the table's layout, which is the source's unless several sources share the
 * table. Safe for use by several threads.
 */
public final class Binding {
    private final Source source;
    private final Table table;
    private volatile @Nullable LayoutMapping outward;
    private volatile @Nullable LayoutMapping inward;

    Binding(Source source, Table table) {
        this.source = source;
        this.table = table;
    }

    /** Returns the source. */
    public Source source() {
        return source;
    }

    /** Returns its table. */
    public Table table() {
        return table;
    }

    /** Returns a stored row as the source sees it. */
    public Row view(Row stored) {
        if (stored.layout() == source.layout()) {
            return stored;
        }
        LayoutMapping mapping = LayoutMapping.reuse(outward, stored.layout(), source.layout());
        outward = mapping;
        return mapping.apply(stored);
    }

    /**
     * Returns a row of the source as it is stored.
     *
     * @param replaced the stored row that it replaces, from which it keeps what the source does not know; null if new
     */
    public Row stored(Row row, TableState state, @Nullable Row replaced) {
        Layout layout = state.spec().layout();
        if (row.layout() == layout) {
            return row;
        }
        LayoutMapping mapping = LayoutMapping.reuse(inward, row.layout(), layout);
        inward = mapping;
        return completed(mapping.apply(row), row.layout(), replaced);
    }

    private Row completed(Row stored, Layout known, @Nullable Row replaced) {
        Row completed = stored;
        for (int i = 0; i < stored.layout().size(); i++) {
            String name = stored.layout().slot(i).source();
            if (known.indexOfSource(name) < 0) {
                completed = completed.with(i, replaced == null ? fresh(name) : replaced.get(i));
            }
        }
        return completed;
    }

    private @Nullable Object fresh(String name) {
        return name.equals(Catalog.ROW_NUMBER) ? table.nextRowNumber() : null;
    }
}
