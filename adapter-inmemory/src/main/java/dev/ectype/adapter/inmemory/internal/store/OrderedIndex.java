package dev.ectype.adapter.inmemory.internal.store;

import dev.ectype.adapter.inmemory.internal.tree.OrderedTree;
import dev.ectype.types.stored.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index whose rows stand in its order. Immutable, but see the tree for owner tokens.
 *
 * @param spec how the rows are ordered
 * @param tree the rows
 */
public record OrderedIndex(IndexSpec spec, OrderedTree<Row> tree) implements Index {

    @Override
    public Index with(Row row, @Nullable Object owner) {
        return spec.covers(row) ? new OrderedIndex(spec, tree.with(row, owner)) : this;
    }

    @Override
    public Index withAll(List<Row> rows) {
        return new OrderedIndex(
                spec, tree.withAll(rows.stream().filter(spec::covers).toList()));
    }

    @Override
    public Index without(Row row, @Nullable Object owner) {
        return spec.covers(row) ? new OrderedIndex(spec, tree.without(row, owner)) : this;
    }

    @Override
    public Index filled(List<Row> rows) {
        List<Row> sorted = rows.stream().filter(spec::covers).sorted(spec).toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (spec.isExclusive(sorted.get(i)) && spec.agree(sorted.get(i - 1), sorted.get(i))) {
                throw spec.clash();
            }
        }
        return new OrderedIndex(spec, OrderedTree.ofSorted(spec, sorted));
    }

    @Override
    public @Nullable Row clashing(Row row, @Nullable Row except) {
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
