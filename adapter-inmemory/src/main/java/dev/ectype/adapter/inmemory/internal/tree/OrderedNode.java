package dev.ectype.adapter.inmemory.internal.tree;

import org.jspecify.annotations.Nullable;

/**
 * A node of an {@link OrderedTree}: a leaf of entries, or a branch of nodes. A node made under an owner token is changed
 * in place under the same token.
 */
abstract sealed class OrderedNode<E> permits OrderedLeaf, OrderedBranch {
    static final int MOST = 32;
    static final int LEAST = MOST / 4;

    final @Nullable Object owner;

    OrderedNode(@Nullable Object owner) {
        this.owner = owner;
    }

    /** Returns how many entries are below. */
    abstract int count();

    /** Returns how many entries or nodes stand directly in this one. */
    abstract int width();

    /** Returns the lowest entry. */
    abstract E first();

    /** Returns the entry before which {@code rank} others stand. */
    abstract E get(int rank);

    /** Returns how many entries stand before the position. */
    abstract int rank(Position<? super E> position);

    /** Returns the node with the entry in it; what does not fit is left as {@link OrderedEdit#overflow}. */
    abstract OrderedNode<E> with(E entry, OrderedEdit<E> edit);

    /** Returns the node without the entry; it may have become too narrow, or empty. */
    abstract OrderedNode<E> without(E entry, OrderedEdit<E> edit);

    /** Returns the entries or nodes of this node and its right neighbour as one, or as two of about the same width. */
    abstract OrderedNode<E> joined(OrderedNode<E> right, OrderedEdit<E> edit);

    static Object[] inserted(Object[] array, int index, Object item) {
        Object[] copy = new Object[array.length + 1];
        System.arraycopy(array, 0, copy, 0, index);
        copy[index] = item;
        System.arraycopy(array, index, copy, index + 1, array.length - index);
        return copy;
    }

    static Object[] removed(Object[] array, int index) {
        Object[] copy = new Object[array.length - 1];
        System.arraycopy(array, 0, copy, 0, index);
        System.arraycopy(array, index + 1, copy, index, copy.length - index);
        return copy;
    }

    static Object[] replaced(Object[] array, int index, Object item) {
        Object[] copy = array.clone();
        copy[index] = item;
        return copy;
    }

    static Object[] joined(Object[] left, Object[] right) {
        Object[] both = new Object[left.length + right.length];
        System.arraycopy(left, 0, both, 0, left.length);
        System.arraycopy(right, 0, both, left.length, right.length);
        return both;
    }

    /** Returns where to cut an array that is too long; one that grew at its end is left nearly full. */
    static int cut(int length, boolean grewAtEnd) {
        return grewAtEnd ? length - 1 : length / 2;
    }
}
