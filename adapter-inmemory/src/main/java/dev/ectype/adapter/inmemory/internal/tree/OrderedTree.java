package dev.ectype.adapter.inmemory.internal.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A persistent ordered set: a B-tree whose nodes count what is below them, so that entries are found by rank and ranges
 * are counted without a walk. Immutable, unless it is built with an owner token: nodes made under a token are changed
 * in place under the same token, so only one thread may use a token, and no tree made under it before the last one.
 *
 * @param <E> the entries
 */
public final class OrderedTree<E> {
    /** A tree is built anew rather than added to when it grows by more than one part in so many. */
    private static final int MERGING_PAYS = 8;

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
        return inParts(entries, part -> new OrderedLeaf<>(part, null));
    }

    private static Object[] branches(Object[] nodes) {
        return inParts(nodes, part -> OrderedBranch.over(part, null));
    }

    /** Makes nodes of parts of about the same width. */
    private static Object[] inParts(Object[] all, Function<Object[], Object> node) {
        int parts = (all.length + OrderedNode.MOST - 1) / OrderedNode.MOST;
        Object[] nodes = new Object[parts];
        for (int i = 0; i < parts; i++) {
            int from = (int) ((long) all.length * i / parts);
            int to = (int) ((long) all.length * (i + 1) / parts);
            nodes[i] = node.apply(Arrays.copyOfRange(all, from, to));
        }
        return nodes;
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

    /** Returns a tree with entries in it that equal none in the order, neither there nor among each other. */
    public OrderedTree<E> withAll(Collection<E> entries) {
        List<E> added = new ArrayList<>(entries);
        added.sort(order);
        if (added.size() > size() / MERGING_PAYS) {
            return ofSorted(order, merged(added));
        }
        OrderedTree<E> grown = this;
        Object owner = new Object();
        for (E entry : added) {
            grown = grown.with(entry, owner);
        }
        return grown;
    }

    private List<E> merged(List<E> added) {
        List<E> merged = new ArrayList<>(size() + added.size());
        Cursor<E> cursor = cursor(0, size(), false);
        E next = cursor.next();
        for (E entry : added) {
            while (next != null && order.compare(next, entry) < 0) {
                merged.add(next);
                next = cursor.next();
            }
            merged.add(entry);
        }
        for (; next != null; next = cursor.next()) {
            merged.add(next);
        }
        return merged;
    }

    /** Returns a tree without the entry that equals this one in the order; the same entries if there is none. */
    public OrderedTree<E> without(E entry, @Nullable Object owner) {
        OrderedNode<E> changed = root.without(entry, new OrderedEdit<>(order, owner));
        while (changed instanceof OrderedBranch<E> branch && branch.width() == 1) {
            changed = branch.node(0);
        }
        if (changed.width() == 0) {
            return empty(order);
        }
        return changed == root ? this : new OrderedTree<>(order, changed);
    }

    /** Returns a walk that begins with the entry of rank {@code from} and returns {@code count} entries at most. */
    public Cursor<E> cursor(int from, int count, boolean backward) {
        int there = backward ? from + 1 : root.count() - from;
        return new OrderedCursor<>(root, from, Math.max(0, Math.min(count, there)), backward);
    }

    /** Returns a walk that begins with the entry of rank {@code from} and ends before a position. */
    public Cursor<E> cursor(int from, Position<? super E> end) {
        return new BoundedCursor<>(root, from, end);
    }
}
