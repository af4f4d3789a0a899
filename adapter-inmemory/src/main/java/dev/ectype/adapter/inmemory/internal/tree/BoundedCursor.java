package dev.ectype.adapter.inmemory.internal.tree;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Walks forward up to a position, which is only looked for in the leaf where it is. */
final class BoundedCursor<E> extends LeafCursor<E> {
    private final Position<? super E> end;
    private int nextRank;
    private int until;

    BoundedCursor(OrderedNode<E> root, int from, Position<? super E> end) {
        super(root);
        this.nextRank = from;
        this.end = end;
    }

    @Override
    public @Nullable E next() {
        if (at == until && until == leaf.length && nextRank < count()) {
            advance();
        }
        return at < until ? entry(at++) : null;
    }

    @Override
    public void forEachLeft(Consumer<? super E> action) {
        for (E entry = next(); entry != null; entry = next()) {
            action.accept(entry);
            for (; at < until; at++) {
                action.accept(entry(at));
            }
        }
    }

    private void advance() {
        enter(nextRank);
        nextRank += leaf.length - at;
        until = end.isAfter(entry(leaf.length - 1)) ? leaf.length : Math.max(at, OrderedLeaf.rank(leaf, end));
    }
}
