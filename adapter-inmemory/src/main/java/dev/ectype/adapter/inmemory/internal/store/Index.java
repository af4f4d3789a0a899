package dev.ectype.adapter.inmemory.internal.store;

import dev.ectype.adapter.inmemory.internal.tree.OrderedTree;
import dev.ectype.error.MappingException;
import dev.ectype.types.stored.Row;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table in the order of an index. Immutable, but see the tree for owner tokens.
 *
 * @param spec how the rows are ordered
 * @param tree the rows
 */
public record Index(IndexSpec spec, OrderedTree<Row> tree) {

    Index with(Row row, @Nullable Object owner) {
        return spec.covers(row) ? new Index(spec, tree.with(row, owner)) : this;
    }

    /** Returns an index with many rows more, which agree with no other if the index is unique. */
    Index withAll(List<Row> rows) {
        return new Index(spec, tree.withAll(rows.stream().filter(spec::covers).toList()));
    }

    Index without(Row row, @Nullable Object owner) {
        return spec.covers(row) ? new Index(spec, tree.without(row, owner)) : this;
    }

    Index replaced(Row before, Row after, @Nullable Object owner) {
        boolean inPlace = spec.covers(after) && spec.compare(before, after) == 0;
        return (inPlace ? this : without(before, owner)).with(after, owner);
    }

    /**
     * Returns an index of rows instead of none, built at once.
     *
     * @throws MappingException if two of the rows agree and may not
     */
    Index filled(List<Row> rows) {
        List<Row> sorted = rows.stream().filter(spec::covers).sorted(spec).toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (spec.isExclusive(sorted.get(i)) && spec.agree(sorted.get(i - 1), sorted.get(i))) {
                throw new MappingException(
                        MappingException.Kind.DATA,
                        "two stored rows agree in all fields of a unique index: change or remove one of them first",
                        Map.of("index", spec.name()));
            }
        }
        return new Index(spec, OrderedTree.ofSorted(spec, sorted));
    }

    /** Returns the row other than {@code except} with which a row may not agree but would, or null. */
    @Nullable
    Row clashing(Row row, @Nullable Row except) {
        if (!spec.isExclusive(row)) {
            return null;
        }
        int rank = tree.rank(spec.before(row));
        if (rank == tree.size()) {
            return null;
        }
        Row found = tree.get(rank);
        return !Versions.isSame(found, except) && spec.agree(found, row) ? found : null;
    }
}
