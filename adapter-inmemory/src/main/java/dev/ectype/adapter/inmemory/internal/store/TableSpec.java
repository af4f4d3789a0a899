package dev.ectype.adapter.inmemory.internal.store;

import dev.ectype.adapter.inmemory.internal.tree.HashTree;
import dev.ectype.adapter.inmemory.internal.tree.OrderedTree;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.spi.Source;
import dev.ectype.spi.Violation;
import dev.ectype.types.stored.Layout;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a table keeps its rows. Immutable.
 *
 * @param layout the layout of the stored rows
 * @param keySources the stored names of the primary key's slots, in order
 * @param ordered whether the rows stand in the order of their keys
 * @param indexes the declared indexes
 * @param hashed the names of those that are hashed
 */
record TableSpec(
        Layout layout, List<String> keySources, boolean ordered, List<Source.Index> indexes, Set<String> hashed) {
    TableSpec {
        keySources = List.copyOf(keySources);
        indexes = List.copyOf(indexes);
        hashed = Set.copyOf(hashed);
    }

    KeySpec key() {
        return new KeySpec(keySources.stream().mapToInt(layout::indexOfSource).toArray());
    }

    Violation keyViolation() {
        return new Violation(Violation.Kind.UNIQUE, Violation.PRIMARY_KEY, keySources);
    }

    /** Returns a table without rows. */
    TableState emptyState() {
        KeySpec key = key();
        PrimaryRows rows = ordered
                ? new PrimaryRows.Ordered(key, OrderedTree.empty(key))
                : new PrimaryRows.Hashed(HashTree.empty(key));
        Index[] empty = indexes.stream()
                .map(index -> new IndexSpec(index, keyPaths(), layout))
                .map(this::emptyIndex)
                .toArray(Index[]::new);
        return new TableState(this, key, rows, empty);
    }

    private Index emptyIndex(IndexSpec index) {
        return hashed.contains(index.name())
                ? HashedIndex.empty(index)
                : new OrderedIndex(index, OrderedTree.empty(index));
    }

    /** Returns the primary key as an index. */
    Source.Index keyIndex() {
        return new Source.Index(Violation.PRIMARY_KEY, keyPaths(), true);
    }

    List<FieldPath> keyPaths() {
        return keySources.stream().map(this::path).toList();
    }

    private FieldPath path(String source) {
        int slot = layout.indexOfSource(source);
        Layout.Slot found = layout.slot(slot);
        return new FieldPath(List.of(new FieldPath.Slot(found.name(), source, slot)), found.storage(), false);
    }

    /** Returns the index of that name, or null. */
    Source.@Nullable Index index(String name) {
        for (Source.Index index : indexes) {
            if (index.name().equals(name)) {
                return index;
            }
        }
        return null;
    }
}
