package dev.ectype.adapter.inmemory.internal.store;

import dev.ectype.adapter.inmemory.internal.tree.HashTree;
import dev.ectype.adapter.inmemory.internal.tree.Keying;
import dev.ectype.adapter.inmemory.internal.tree.OrderedTree;
import dev.ectype.adapter.inmemory.internal.tree.Probe;
import dev.ectype.types.stored.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index that finds the rows that agree in all of its fields at once, and knows no order. Immutable, but see the tree for
 * owner tokens.
 *
 * @param spec which rows stand in it
 * @param groups the rows that agree with each other, by what they agree in
 */
public record HashedIndex(IndexSpec spec, HashTree<HashedIndex.Group> groups) implements Index {

    /** Rows that agree in all fields of an index, in the order of their primary keys; at least one. */
    record Group(OrderedTree<Row> rows) {
        Row first() {
            return rows.get(0);
        }
    }

    /** Where the values of a group are. */
    private record ByFields(IndexSpec spec) implements Keying<Group> {
        @Override
        public int hash(Group group) {
            return spec.hash(group.first());
        }

        @Override
        public boolean same(Group one, Group other) {
            return spec.agree(one.first(), other.first());
        }
    }

    /** The values that a group is looked for by. */
    private static final class Wanted implements Probe<Group> {
        private final IndexSpec spec;
        private final @Nullable Object[] values;

        Wanted(IndexSpec spec, @Nullable Object[] values) {
            this.spec = spec;
            this.values = values;
        }

        @Override
        public int hash() {
            return IndexSpec.hash(values);
        }

        @Override
        public boolean matches(Group group) {
            return spec.agree(group.first(), values);
        }
    }

    static HashedIndex empty(IndexSpec spec) {
        return new HashedIndex(spec, HashTree.empty(new ByFields(spec)));
    }

    private @Nullable Group group(Row row) {
        return groups.find(new Wanted(spec, spec.values(row)));
    }

    /** Returns the rows whose fields have these values, null if there are none. */
    public @Nullable OrderedTree<Row> rows(@Nullable Object[] values) {
        Group group = groups.find(new Wanted(spec, values));
        return group == null ? null : group.rows();
    }

    @Override
    public HashedIndex with(Row row, @Nullable Object owner) {
        if (!spec.covers(row)) {
            return this;
        }
        Group known = group(row);
        OrderedTree<Row> others = known == null ? OrderedTree.<Row>empty(spec) : known.rows();
        return new HashedIndex(spec, groups.with(new Group(others.with(row, null)), owner));
    }

    @Override
    public HashedIndex withAll(List<Row> rows) {
        HashedIndex filled = this;
        Object owner = new Object();
        for (Row row : rows) {
            filled = filled.with(row, owner);
        }
        return filled;
    }

    @Override
    public HashedIndex without(Row row, @Nullable Object owner) {
        Group known = spec.covers(row) ? group(row) : null;
        if (known == null) {
            return this;
        }
        OrderedTree<Row> left = known.rows().without(row, null);
        return new HashedIndex(
                spec, left.size() == 0 ? groups.without(known, owner) : groups.with(new Group(left), owner));
    }

    @Override
    public HashedIndex filled(List<Row> rows) {
        HashedIndex filled = this;
        Object owner = new Object();
        for (Row row : rows) {
            if (filled.clashing(row, null) != null) {
                throw spec.clash();
            }
            filled = filled.with(row, owner);
        }
        return filled;
    }

    @Override
    public @Nullable Row clashing(Row row, @Nullable Row except) {
        Group known = spec.isExclusive(row) ? group(row) : null;
        return known == null || Versions.isSame(known.first(), except) ? null : known.first();
    }
}
