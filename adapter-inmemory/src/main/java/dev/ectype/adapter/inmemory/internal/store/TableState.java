package dev.ectype.adapter.inmemory.internal.store;

import dev.ectype.adapter.inmemory.internal.tree.Cursor;
import dev.ectype.adapter.inmemory.internal.tree.OrderedTree;
import dev.ectype.spi.Source;
import dev.ectype.spi.Violation;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a table at one moment, by primary key and by each index. Immutable. */
public final class TableState {
    private final TableSpec spec;
    private final KeySpec key;
    private final PrimaryRows rows;
    private final Index[] indexes;

    TableState(TableSpec spec, KeySpec key, PrimaryRows rows, Index[] indexes) {
        this.spec = spec;
        this.key = key;
        this.rows = rows;
        this.indexes = indexes;
    }

    TableSpec spec() {
        return spec;
    }

    KeySpec key() {
        return key;
    }

    PrimaryRows rows() {
        return rows;
    }

    Index[] indexes() {
        return indexes;
    }

    TableState withRows(PrimaryRows newRows, Index[] newIndexes) {
        return new TableState(spec, key, newRows, newIndexes);
    }

    /** Returns how many rows there are. */
    public int size() {
        return rows.size();
    }

    /** Tells whether the rows stand in the order of their primary keys. */
    public boolean isOrdered() {
        return spec.ordered();
    }

    /** Returns the names of the indexes. */
    public List<String> indexNames() {
        return spec.indexes().stream().map(Source.Index::name).toList();
    }

    /** Returns the row with that primary key, or null. */
    public @Nullable Row find(List<Object> keyValues) {
        return rows.find(key.probe(keyValues));
    }

    /** Returns the row with the primary key of another row, or null. */
    public @Nullable Row findLike(Row row) {
        return rows.find(key.probe(key.of(row)));
    }

    /** Returns a walk over all rows: in the order of the primary key if the table is ordered. */
    public Cursor<Row> cursor(boolean backward) {
        return rows.cursor(backward);
    }

    /** Returns a walk over what comes after a row that is there. */
    public Cursor<Row> cursorAfter(Row row, boolean backward) {
        return rows.cursorAfter(row, backward);
    }

    /** Returns the index of that name, the primary key's too if the table is ordered; null if there is none. */
    public @Nullable Index index(String name) {
        for (Index index : indexes) {
            if (index.spec().name().equals(name)) {
                return index;
            }
        }
        return name.equals(Violation.PRIMARY_KEY) && rows instanceof PrimaryRows.Ordered ordered
                ? new OrderedIndex(new IndexSpec(spec.keyIndex(), List.of(), spec.layout()), ordered.tree())
                : null;
    }

    /** Returns the rows as they are specified, this table if they are. */
    @SuppressWarnings("ReferenceEquality") // the latest specification is one object
    TableState as(TableSpec wanted) {
        return spec == wanted ? this : respecified(wanted);
    }

    /** Returns the same rows with all indexes of another specification, to which they must fit. */
    TableState respecified(TableSpec newSpec) {
        TableState empty = newSpec.emptyState();
        List<Row> all = new ArrayList<>(size());
        Cursor<Row> cursor = cursor(false);
        for (Row row = cursor.next(); row != null; row = cursor.next()) {
            all.add(LayoutMapping.convert(row, newSpec.layout()));
        }
        return empty.filled(all);
    }

    /** Returns a table with rows instead of none, built at once. */
    TableState filled(List<Row> all) {
        Object owner = new Object();
        PrimaryRows filled = rows;
        if (rows instanceof PrimaryRows.Ordered) {
            filled = new PrimaryRows.Ordered(
                    key, OrderedTree.ofSorted(key, all.stream().sorted(key).toList()));
        } else {
            for (Row row : all) {
                filled = filled.with(row, owner);
            }
        }
        Index[] built = new Index[indexes.length];
        for (int i = 0; i < built.length; i++) {
            built[i] = indexes[i].filled(all);
        }
        return withRows(filled, built);
    }
}
