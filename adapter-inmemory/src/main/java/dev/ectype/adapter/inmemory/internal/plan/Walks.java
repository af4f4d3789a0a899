package dev.ectype.adapter.inmemory.internal.plan;

import dev.ectype.adapter.inmemory.internal.store.HashedIndex;
import dev.ectype.adapter.inmemory.internal.store.OrderedIndex;
import dev.ectype.adapter.inmemory.internal.store.TableState;
import dev.ectype.adapter.inmemory.internal.tree.Cursor;
import dev.ectype.adapter.inmemory.internal.tree.OrderedTree;
import dev.ectype.types.stored.Row;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Walks over the stored rows of an access path. */
final class Walks {
    private Walks() {}

    /** Returns a walk, and how many rows it passes at most, as far as that is known without walking. */
    static Cursor<Row> of(AccessPath path, TableState state) {
        if (path instanceof AccessPath.ByKey byKey) {
            return new KeyCursor(state, byKey.keys());
        }
        if (path instanceof AccessPath.ByIndex byIndex) {
            return new RangeCursor(byIndex, index(byIndex, state));
        }
        if (path instanceof AccessPath.ByHash byHash) {
            return new HashCursor(byHash, state);
        }
        return path instanceof AccessPath.Nothing ? () -> null : state.cursor(false);
    }

    private static OrderedIndex index(AccessPath.ByIndex path, TableState state) {
        return (OrderedIndex) Objects.requireNonNull(state.index(path.index()), path.index());
    }

    /** Returns how many rows stand in the ranges of an index. */
    static long count(AccessPath.ByIndex path, TableState state) {
        return new RangeCursor(path, index(path, state)).skip(Long.MAX_VALUE);
    }

    /** The rows of a hashed index, key by key. */
    private static final class HashCursor implements Cursor<Row> {
        private final HashedIndex index;
        private final Iterator<@Nullable Object[]> keys;
        private Cursor<Row> current = () -> null;

        HashCursor(AccessPath.ByHash path, TableState state) {
            this.index = (HashedIndex) Objects.requireNonNull(state.index(path.index()), path.index());
            this.keys = path.keys().iterator();
        }

        @Override
        public @Nullable Row next() {
            Row row = current.next();
            while (row == null && keys.hasNext()) {
                OrderedTree<Row> rows = index.rows(keys.next());
                if (rows != null) {
                    current = rows.cursor(0, rows.size(), false);
                    row = current.next();
                }
            }
            return row;
        }

        @Override
        public void forEachLeft(Consumer<? super Row> action) {
            current.forEachLeft(action);
            while (keys.hasNext()) {
                OrderedTree<Row> rows = index.rows(keys.next());
                if (rows != null) {
                    rows.cursor(0, rows.size(), false).forEachLeft(action);
                }
            }
        }
    }

    /** The rows of keys, as far as they are there. */
    private static final class KeyCursor implements Cursor<Row> {
        private final TableState state;
        private final Iterator<List<Object>> keys;

        KeyCursor(TableState state, List<List<Object>> keys) {
            this.state = state;
            this.keys = keys.iterator();
        }

        @Override
        public @Nullable Row next() {
            while (keys.hasNext()) {
                Row row = state.find(keys.next());
                if (row != null) {
                    return row;
                }
            }
            return null;
        }
    }
}
