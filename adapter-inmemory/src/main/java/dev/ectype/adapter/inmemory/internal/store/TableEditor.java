package dev.ectype.adapter.inmemory.internal.store;

import dev.ectype.spi.Violation;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table being changed by one writer; nobody else sees it before it is finished. */
public final class TableEditor {
    private final TableState base;
    private final @Nullable Object owner;
    private final List<Row> touched = new ArrayList<>(2);
    /** Rows that were inserted among many, and are not yet in the indexes that are not unique. */
    private final List<Row> pending = new ArrayList<>(0);

    private PrimaryRows rows;
    private final Index[] indexes;

    /** @param owner the token of a change of many rows, which spares copies; null for a change of few */
    TableEditor(TableState base, @Nullable Object owner) {
        this.base = base;
        this.owner = owner;
        this.rows = base.rows();
        this.indexes = base.indexes().clone();
    }

    /** Returns the table as it was before. */
    public TableState before() {
        return base;
    }

    /** Returns the row with that primary key, or null. */
    public @Nullable Row find(List<Object> key) {
        return rows.find(base.key().probe(key));
    }

    /** Returns the row with the primary key of another row, or null. */
    public @Nullable Row findLike(Row row) {
        return rows.find(base.key().probe(base.key().of(row)));
    }

    /** Returns the rules that a row would break if it stood in the place of another, or of none. */
    public List<Violation> violations(Row row, @Nullable Row replaced) {
        List<Violation> violations = List.of();
        Row sameKey = findLike(row);
        if (sameKey != null && !Versions.isSame(sameKey, replaced)) {
            violations = and(violations, base.spec().keyViolation());
        }
        for (Index index : indexes) {
            if (index.clashing(row, replaced) != null) {
                violations = and(violations, index.spec().violation());
            }
        }
        return violations;
    }

    /** Returns the row that a row clashes with in the unique index of that name, or null. */
    public @Nullable Row clashing(String index, Row row) {
        for (Index candidate : indexes) {
            if (candidate.spec().name().equals(index)) {
                return candidate.clashing(row, null);
            }
        }
        return null;
    }

    private static List<Violation> and(List<Violation> violations, Violation another) {
        List<Violation> longer = new ArrayList<>(violations);
        longer.add(another);
        return longer;
    }

    /** Adds a row that breaks no rule. */
    public void insert(Row row) {
        touched.add(row);
        rows = rows.with(row, owner);
        for (int i = 0; i < indexes.length; i++) {
            if (owner == null || indexes[i].spec().isUnique()) {
                indexes[i] = indexes[i].with(row, owner);
            }
        }
        if (owner != null) {
            pending.add(row);
        }
    }

    private void indexPending() {
        for (int i = 0; i < indexes.length && !pending.isEmpty(); i++) {
            if (!indexes[i].spec().isUnique()) {
                indexes[i] = indexes[i].withAll(pending);
            }
        }
        pending.clear();
    }

    /** Puts a row that breaks no rule in the place of one that is there. */
    public void replace(Row before, Row after) {
        indexPending();
        touched.add(before);
        if (!base.key().same(before, after)) {
            touched.add(after);
            rows = rows.without(before, owner);
        }
        rows = rows.with(after, owner);
        for (int i = 0; i < indexes.length; i++) {
            indexes[i] = indexes[i].replaced(before, after, owner);
        }
    }

    /** Removes a row that is there. */
    public void remove(Row row) {
        indexPending();
        touched.add(row);
        rows = rows.without(row, owner);
        for (int i = 0; i < indexes.length; i++) {
            indexes[i] = indexes[i].without(row, owner);
        }
    }

    /** Returns rows with the keys that were written, some perhaps twice. */
    List<Row> touched() {
        return touched;
    }

    /** Returns the table as it is now; the editor must not be used any more. */
    TableState finish() {
        indexPending();
        return touched.isEmpty() ? base : base.withRows(rows, indexes);
    }
}
