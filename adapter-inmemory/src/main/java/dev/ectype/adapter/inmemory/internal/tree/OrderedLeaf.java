package dev.ectype.adapter.inmemory.internal.tree;

import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The entries themselves, in their order. */
final class OrderedLeaf<E> extends OrderedNode<E> {
    private Object[] entries;

    OrderedLeaf(Object[] entries, @Nullable Object owner) {
        super(owner);
        this.entries = entries;
    }

    /** Returns the entries themselves, which nobody but this node changes. */
    Object[] entries() {
        return entries;
    }

    @Override
    int count() {
        return entries.length;
    }

    @Override
    int width() {
        return entries.length;
    }

    @Override
    E first() {
        return entry(0);
    }

    @Override
    E get(int rank) {
        return entry(rank);
    }

    @Override
    int rank(Position<? super E> position) {
        return rank(entries, position);
    }

    /** Returns how many of some entries stand before the position. */
    @SuppressWarnings("unchecked") // the entries of a leaf are of one class
    static <E> int rank(Object[] entries, Position<? super E> position) {
        int low = 0;
        int high = entries.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (position.isAfter((E) entries[middle])) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns the index of the entry that equals the given one, or, as {@code -1 - index}, where it would stand. */
    private int search(E wanted, Comparator<? super E> order) {
        int low = 0;
        int high = entries.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int sign = order.compare(entry(middle), wanted);
            if (sign == 0) {
                return middle;
            }
            if (sign < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1 - low;
    }

    @Override
    OrderedNode<E> with(E entry, OrderedEdit<E> edit) {
        int found = search(entry, edit.order);
        if (found >= 0) {
            return remade(replaced(entries, found, entry), edit);
        }
        int at = -1 - found;
        Object[] grown = inserted(entries, at, entry);
        return grown.length <= MOST ? remade(grown, edit) : split(grown, at == entries.length, edit);
    }

    private OrderedNode<E> split(Object[] all, boolean grewAtEnd, OrderedEdit<E> edit) {
        int cut = cut(all.length, grewAtEnd);
        edit.overflow = new OrderedLeaf<>(Arrays.copyOfRange(all, cut, all.length), edit.owner);
        return remade(Arrays.copyOf(all, cut), edit);
    }

    @Override
    OrderedNode<E> without(E entry, OrderedEdit<E> edit) {
        int found = search(entry, edit.order);
        return found < 0 ? this : remade(removed(entries, found), edit);
    }

    @Override
    OrderedNode<E> joined(OrderedNode<E> right, OrderedEdit<E> edit) {
        Object[] all = joined(entries, ((OrderedLeaf<E>) right).entries);
        return all.length <= MOST ? remade(all, edit) : split(all, false, edit);
    }

    private OrderedLeaf<E> remade(Object[] changed, OrderedEdit<E> edit) {
        if (!edit.mayChange(this)) {
            return new OrderedLeaf<>(changed, edit.owner);
        }
        entries = changed;
        return this;
    }

    @SuppressWarnings("unchecked")
    private E entry(int index) {
        return (E) entries[index];
    }
}
