package dev.ectype.adapter.inmemory.internal.store;

import dev.ectype.adapter.inmemory.internal.tree.Cursor;
import dev.ectype.adapter.inmemory.internal.tree.HashTree;
import dev.ectype.adapter.inmemory.internal.tree.OrderedTree;
import dev.ectype.types.stored.Row;
import org.jspecify.annotations.Nullable;

/** The rows of a table by primary key. Immutable, but see the trees for owner tokens. */
sealed interface PrimaryRows {

    int size();

    @Nullable Row find(KeySpec.KeyProbe key);

    PrimaryRows with(Row row, @Nullable Object owner);

    PrimaryRows without(Row row, @Nullable Object owner);

    Cursor<Row> cursor(boolean backward);

    /** Returns a walk over what comes after a row that is there. */
    Cursor<Row> cursorAfter(Row row, boolean backward);

    /** Rows in no order, found at once. */
    record Hashed(HashTree<Row> tree) implements PrimaryRows {
        @Override
        public int size() {
            return tree.size();
        }

        @Override
        public @Nullable Row find(KeySpec.KeyProbe key) {
            return tree.find(key);
        }

        @Override
        public Hashed with(Row row, @Nullable Object owner) {
            return new Hashed(tree.with(row, owner));
        }

        @Override
        public Hashed without(Row row, @Nullable Object owner) {
            return new Hashed(tree.without(row, owner));
        }

        @Override
        public Cursor<Row> cursor(boolean backward) {
            return tree.cursor(backward);
        }

        @Override
        public Cursor<Row> cursorAfter(Row row, boolean backward) {
            return tree.cursorAfter(row, backward);
        }
    }

    /** Rows in the order of their keys. */
    record Ordered(KeySpec key, OrderedTree<Row> tree) implements PrimaryRows {
        @Override
        public int size() {
            return tree.size();
        }

        @Override
        public @Nullable Row find(KeySpec.KeyProbe wanted) {
            int rank = tree.rank(wanted);
            if (rank == tree.size()) {
                return null;
            }
            Row row = tree.get(rank);
            return wanted.matches(row) ? row : null;
        }

        @Override
        public Ordered with(Row row, @Nullable Object owner) {
            return new Ordered(key, tree.with(row, owner));
        }

        @Override
        public Ordered without(Row row, @Nullable Object owner) {
            return new Ordered(key, tree.without(row, owner));
        }

        @Override
        public Cursor<Row> cursor(boolean backward) {
            return tree.cursor(backward ? tree.size() - 1 : 0, tree.size(), backward);
        }

        @Override
        public Cursor<Row> cursorAfter(Row row, boolean backward) {
            int rank = tree.rank(other -> key.compare(other, row) < 0);
            return tree.cursor(backward ? rank - 1 : rank + 1, tree.size(), backward);
        }
    }
}
