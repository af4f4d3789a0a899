package dev.ectype.adapter.inmemory.internal.tree;

import org.jspecify.annotations.Nullable;

/** Walks an {@link OrderedTree} leaf by leaf; each leaf is found by rank, so that no path needs to be kept. */
final class OrderedCursor<E> implements Cursor<E> {
    private static final Object[] NONE = new Object[0];

    private final OrderedNode<E> root;
    private final int step;
    private int rank;
    private int left;
    private Object[] leaf = NONE;
    private int at;

    OrderedCursor(OrderedNode<E> root, int from, int count, boolean backward) {
        this.root = root;
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
            descend();
        }
        E entry = entry(leaf[at]);
        at += step;
        rank += step;
        left--;
        return entry;
    }

    private void descend() {
        OrderedNode<E> node = root;
        int within = rank;
        while (node instanceof OrderedBranch<E> branch) {
            int index = branch.indexOf(within);
            within = branch.rankWithin(index, within);
            node = branch.node(index);
        }
        leaf = ((OrderedLeaf<E>) node).entries();
        at = within;
    }

    @SuppressWarnings("unchecked")
    private E entry(Object slot) {
        return (E) slot;
    }
}
