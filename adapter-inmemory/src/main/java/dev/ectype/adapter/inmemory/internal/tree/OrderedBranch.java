package dev.ectype.adapter.inmemory.internal.tree;

import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Nodes in their order, with the lowest entry of each and how many entries stand up to the end of each. */
final class OrderedBranch<E> extends OrderedNode<E> {
    private Object[] nodes;
    private Object[] firsts;
    private int[] ends;

    private OrderedBranch(Object[] nodes, Object[] firsts, int[] ends, @Nullable Object owner) {
        super(owner);
        this.nodes = nodes;
        this.firsts = firsts;
        this.ends = ends;
    }

    /** Returns a branch over nodes, of which there is at least one. */
    static <E> OrderedBranch<E> over(Object[] nodes, @Nullable Object owner) {
        Object[] firsts = new Object[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            firsts[i] = ((OrderedNode<?>) nodes[i]).first();
        }
        return new OrderedBranch<>(nodes, firsts, ends(nodes), owner);
    }

    private static int[] ends(Object[] nodes) {
        int[] ends = new int[nodes.length];
        int total = 0;
        for (int i = 0; i < nodes.length; i++) {
            total += ((OrderedNode<?>) nodes[i]).count();
            ends[i] = total;
        }
        return ends;
    }

    @Override
    int count() {
        return before(ends.length);
    }

    /** Returns how many entries stand before a node. */
    private int before(int at) {
        return at == 0 ? 0 : ends[at - 1];
    }

    /** Returns the node in which the entry of that rank stands. */
    int indexOf(int rank) {
        int found = Arrays.binarySearch(ends, rank + 1);
        return found >= 0 ? found : -1 - found;
    }

    /** Returns the rank that an entry has within its node. */
    int rankWithin(int at, int rank) {
        return rank - before(at);
    }

    @Override
    int width() {
        return nodes.length;
    }

    @Override
    E first() {
        return firstOf(0);
    }

    @Override
    E get(int rank) {
        int at = indexOf(rank);
        return node(at).get(rankWithin(at, rank));
    }

    @Override
    int rank(Position<? super E> position) {
        int at = lastBefore(position);
        return before(at) + node(at).rank(position);
    }

    /** Returns the last node whose lowest entry stands before the position, or the first node. */
    private int lastBefore(Position<? super E> position) {
        int low = 1;
        int high = nodes.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (position.isAfter(firstOf(middle))) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** Returns the node in which the entry stands or would stand. */
    private int search(E wanted, Comparator<? super E> order) {
        int low = 1;
        int high = nodes.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (order.compare(firstOf(middle), wanted) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    @Override
    OrderedNode<E> with(E entry, OrderedEdit<E> edit) {
        int at = search(entry, edit.order);
        OrderedNode<E> changed = node(at).with(entry, edit);
        OrderedNode<E> overflow = edit.takeOverflow();
        if (overflow == null) {
            return replaced(at, changed, edit);
        }
        Object[] grownNodes = inserted(replaced(nodes, at, changed), at + 1, overflow);
        Object[] grownFirsts = inserted(replaced(firsts, at, changed.first()), at + 1, overflow.first());
        return fitted(grownNodes, grownFirsts, at + 1 == nodes.length, edit);
    }

    private OrderedNode<E> fitted(Object[] allNodes, Object[] allFirsts, boolean grewAtEnd, OrderedEdit<E> edit) {
        int width = allNodes.length;
        if (width <= MOST) {
            return remade(allNodes, allFirsts, edit);
        }
        int cut = cut(width, grewAtEnd);
        Object[] right = Arrays.copyOfRange(allNodes, cut, width);
        edit.overflow = new OrderedBranch<>(right, Arrays.copyOfRange(allFirsts, cut, width), ends(right), edit.owner);
        return remade(Arrays.copyOf(allNodes, cut), Arrays.copyOf(allFirsts, cut), edit);
    }

    private OrderedNode<E> replaced(int at, OrderedNode<E> changed, OrderedEdit<E> edit) {
        int growth = changed.count() - (ends[at] - before(at));
        if (!edit.mayChange(this)) {
            int[] copy = ends.clone();
            shift(copy, at, growth);
            return new OrderedBranch<>(
                    replaced(nodes, at, changed), replaced(firsts, at, changed.first()), copy, edit.owner);
        }
        nodes[at] = changed;
        firsts[at] = changed.first();
        shift(ends, at, growth);
        return this;
    }

    /** Notes that a node has grown by some entries. */
    private static void shift(int[] ends, int from, int growth) {
        for (int i = from; growth != 0 && i < ends.length; i++) {
            ends[i] += growth;
        }
    }

    @Override
    OrderedNode<E> without(E entry, OrderedEdit<E> edit) {
        int at = search(entry, edit.order);
        OrderedNode<E> old = node(at);
        OrderedNode<E> changed = old.without(entry, edit);
        if (changed == old && !edit.mayChange(old)) {
            return this;
        }
        if (changed.width() < LEAST && nodes.length > 1) {
            return mended(at, changed, edit);
        }
        return changed.width() > 0 ? replaced(at, changed, edit) : remade(new Object[0], new Object[0], edit);
    }

    /** Joins a node that has become too narrow with its neighbour. */
    private OrderedNode<E> mended(int at, OrderedNode<E> narrow, OrderedEdit<E> edit) {
        int left = at == 0 ? 0 : at - 1;
        OrderedNode<E> one = at == 0 ? narrow : node(left);
        OrderedNode<E> other = at == 0 ? node(1) : narrow;
        OrderedNode<E> joined = one.joined(other, edit);
        OrderedNode<E> overflow = edit.takeOverflow();
        if (overflow == null) {
            return remade(
                    removed(replaced(nodes, left, joined), left + 1),
                    removed(replaced(firsts, left, joined.first()), left + 1),
                    edit);
        }
        return remade(
                replaced(replaced(nodes, left, joined), left + 1, overflow),
                replaced(replaced(firsts, left, joined.first()), left + 1, overflow.first()),
                edit);
    }

    @Override
    OrderedNode<E> joined(OrderedNode<E> right, OrderedEdit<E> edit) {
        OrderedBranch<E> other = (OrderedBranch<E>) right;
        return fitted(joined(nodes, other.nodes), joined(firsts, other.firsts), false, edit);
    }

    private OrderedBranch<E> remade(Object[] newNodes, Object[] newFirsts, OrderedEdit<E> edit) {
        if (!edit.mayChange(this)) {
            return new OrderedBranch<>(newNodes, newFirsts, ends(newNodes), edit.owner);
        }
        nodes = newNodes;
        firsts = newFirsts;
        ends = ends(newNodes);
        return this;
    }

    @SuppressWarnings("unchecked")
    OrderedNode<E> node(int index) {
        return (OrderedNode<E>) nodes[index];
    }

    @SuppressWarnings("unchecked")
    private E firstOf(int index) {
        return (E) firsts[index];
    }
}
