package dev.ectype.adapter.inmemory.internal.tree;

import org.jspecify.annotations.Nullable;

/** Walks over a number of entries, forward or backward. */
final class OrderedCursor<E> extends LeafCursor<E> {
    private final int step;
    private int rank;
    private int left;

    OrderedCursor(OrderedNode<E> root, int from, int count, boolean backward) {
        super(root);
        this.rank = from;
        this.left = count;
        this.step = backward ? -1 : 1;
    }

    @Override
    public @Nullable E next() {
        if (left <= 0) {
            return null;
        }
        if (at < 0 || at >= leaf.length) {
            enter(rank);
        }
        E entry = entry(at);
        at += step;
        rank += step;
        left--;
        return entry;
    }
}
