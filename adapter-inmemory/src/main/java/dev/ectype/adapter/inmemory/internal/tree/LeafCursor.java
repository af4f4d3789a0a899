package dev.ectype.adapter.inmemory.internal.tree;

/** Walks an {@link OrderedTree} leaf by leaf; each leaf is found by rank, so that no path needs to be kept. */
abstract class LeafCursor<E> implements Cursor<E> {
    private static final Object[] NONE = new Object[0];

    private final OrderedNode<E> root;
    Object[] leaf = NONE;
    int at;

    LeafCursor(OrderedNode<E> root) {
        this.root = root;
    }

    /** Returns how many entries there are in all. */
    final int count() {
        return root.count();
    }

    /** Goes to the entry of a rank. */
    final void enter(int rank) {
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

    /** Returns the entry at a place of the leaf. */
    @SuppressWarnings("unchecked")
    final E entry(int place) {
        return (E) leaf[place];
    }
}
