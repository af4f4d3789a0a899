package dev.ectype.adapter.inmemory.internal.tree;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** One change of an {@link OrderedTree} on its way through the nodes. */
final class OrderedEdit<E> {
    final Comparator<? super E> order;
    final @Nullable Object owner;

    /** What the last changed node could not keep: its right half, to stand beside it. */
    @Nullable OrderedNode<E> overflow;

    OrderedEdit(Comparator<? super E> order, @Nullable Object owner) {
        this.order = order;
        this.owner = owner;
    }

    boolean mayChange(OrderedNode<E> node) {
        return owner != null && node.owner == owner;
    }

    /** Returns the overflow and forgets it. */
    @Nullable OrderedNode<E> takeOverflow() {
        OrderedNode<E> taken = overflow;
        overflow = null;
        return taken;
    }
}
