package dev.ectype.adapter.inmemory.internal.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A persistent ordered set: a B-tree whose nodes count what is below them, so that entries are found by rank and ranges
 * are counted without a walk. Immutable, unless it is built with an owner token: nodes made under a token are changed
 * in place under the same token, so only one thread may use a token, and no tree made under it before the last one.
 *
 * @param <E> the entries
 */
public final class OrderedTree<E> {
    private final Comparator<? super E> order;
    private final OrderedNode<E> root;

    private OrderedTree(Comparator<? super E> order, OrderedNode<E> root) {
        this.order = order;
        this.root = root;
    }

    /** Returns a tree without entries. */
    public static <E> OrderedTree<E> empty(Comparator<? super E> order) {
        return new OrderedTree<>(order, new OrderedLeaf<>(new Object[0], null));
    }

    /** Returns a tree of entries that stand in strictly ascending order; its nodes are full. */
    public static <E> OrderedTree<E> ofSorted(Comparator<? super E> order, List<E> entries) {
        if (entries.isEmpty()) {
            return empty(order);
        }
        Object[] level = leaves(entries.toArray());
        while (level.length > 1) {
            level = branches(level);
        }
        return new OrderedTree<>(order, root(level));
    }

    private static Object[] leaves(Object[] entries) {
        List<Object> leaves = new ArrayList<>();
        for (int i = 0; i < entries.length; i += OrderedNode.MOST) {
            int end = Math.min(entries.length, i + OrderedNode.MOST);
            leaves.add(new OrderedLeaf<>(Arrays.copyOfRange(entries, i, end), null));
        }
        return leaves.toArray();
    }

    private static Object[] branches(Object[] nodes) {
        List<Object> branches = new ArrayList<>();
        for (int i = 0; i < nodes.length; i += OrderedNode.MOST) {
            int end = Math.min(nodes.length, i + OrderedNode.MOST);
            branches.add(OrderedBranch.over(Arrays.copyOfRange(nodes, i, end), null));
        }
        return branches.toArray();
    }

    @SuppressWarnings("unchecked")
    private static <E> OrderedNode<E> root(Object[] level) {
        return (OrderedNode<E>) level[0];
    }

    /** Returns how many entries there are. */
    public int size() {
        return root.count();
    }

    /** Returns the entry before which {@code rank} others stand, for a rank from 0 to {@code size() - 1}. */
    public E get(int rank) {
        return root.get(rank);
    }

    /** Returns how many entries stand before the position. */
    public int rank(Position<? super E> position) {
        return root.count() == 0 ? 0 : root.rank(position);
    }

    /** Returns a tree with the entry in it, in the place of one that equals it in the order. */
    public OrderedTree<E> with(E entry, @Nullable Object owner) {
        var edit = new OrderedEdit<E>(order, owner);
        OrderedNode<E> changed = root.with(entry, edit);
        OrderedNode<E> overflow = edit.takeOverflow();
        return new OrderedTree<>(
                order, overflow == null ? changed : OrderedBranch.over(new Object[] {changed, overflow}, owner));
    }

    /** Returns a tree without the entry that equals this one in the order; the same entries if there is none. */
    public OrderedTree<E> without(E entry, @Nullable Object owner) {
        OrderedNode<E> changed = root.without(entry, new OrderedEdit<>(order, owner));
        while (changed instanceof OrderedBranch<E> branch && branch.width() == 1) {
            changed = branch.node(0);
        }
        return changed == root ? this : new OrderedTree<>(order, changed);
    }

    /** Returns a walk that begins with the entry of rank {@code from} and returns {@code count} entries at most. */
    public Cursor<E> cursor(int from, int count, boolean backward) {
        int there = backward ? from + 1 : root.count() - from;
        return new OrderedCursor<>(root, from, Math.max(0, Math.min(count, there)), backward);
    }
}
