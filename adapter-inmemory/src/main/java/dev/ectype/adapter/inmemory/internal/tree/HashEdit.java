package dev.ectype.adapter.inmemory.internal.tree;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One change of a {@link HashTree} on its way through the nodes. */
final class HashEdit<E> {
    private final Keying<E> keying;
    private final int hash;
    private final E entry;
    private final @Nullable Object owner;
    private boolean hit;

    HashEdit(Keying<E> keying, int hash, E entry, @Nullable Object owner) {
        this.keying = keying;
        this.hash = hash;
        this.entry = entry;
        this.owner = owner;
    }

    /** Tells whether there was an entry with the key. */
    boolean hit() {
        return hit;
    }

    Object put(Object node, int shift) {
        int digit = HashNodes.digit(hash, shift);
        Object slot = HashNodes.at(node, digit);
        Object changed = slot == null ? entry : putInto(slot, shift + HashNodes.BITS);
        return changed == slot ? node : HashNodes.with(node, digit, changed, owner);
    }

    private Object putInto(Object slot, int shift) {
        if (HashNodes.isNode(slot)) {
            return put(slot, shift);
        }
        if (slot instanceof CollidingEntries colliding) {
            return putAmong(colliding.entries());
        }
        if (keying.same(entry(slot), entry)) {
            hit = true;
            return entry;
        }
        return pair(slot, HashTree.spread(keying.hash(entry(slot))), shift);
    }

    private Object pair(Object other, int otherHash, int shift) {
        if (shift > HashNodes.LAST_SHIFT) {
            return new CollidingEntries(new Object[] {other, entry});
        }
        int digit = HashNodes.digit(hash, shift);
        int otherDigit = HashNodes.digit(otherHash, shift);
        if (digit == otherDigit) {
            return NarrowNode.EMPTY.with(digit, pair(other, otherHash, shift + HashNodes.BITS), owner);
        }
        return NarrowNode.EMPTY.with(otherDigit, other, owner).with(digit, entry, owner);
    }

    private CollidingEntries putAmong(Object[] colliding) {
        int at = indexAmong(colliding);
        hit = at >= 0;
        Object[] copy = Arrays.copyOf(colliding, hit ? colliding.length : colliding.length + 1);
        copy[hit ? at : colliding.length] = entry;
        return new CollidingEntries(copy);
    }

    Object remove(Object node, int shift) {
        int digit = HashNodes.digit(hash, shift);
        Object slot = HashNodes.at(node, digit);
        Object left = slot == null ? null : removeFrom(slot, shift + HashNodes.BITS);
        if (left == slot) {
            return node;
        }
        return left == null ? HashNodes.without(node, digit, owner) : HashNodes.with(node, digit, left, owner);
    }

    /** Returns what stays of a slot: null for nothing, and an entry rather than a node that holds only that. */
    private @Nullable Object removeFrom(Object slot, int shift) {
        if (HashNodes.isNode(slot)) {
            return HashNodes.unlessLone(remove(slot, shift));
        }
        if (slot instanceof CollidingEntries colliding) {
            return removeAmong(colliding);
        }
        hit = keying.same(entry(slot), entry);
        return hit ? null : slot;
    }

    private Object removeAmong(CollidingEntries colliding) {
        Object[] entries = colliding.entries();
        int at = indexAmong(entries);
        if (at < 0) {
            return colliding;
        }
        hit = true;
        if (entries.length == 2) {
            return entries[1 - at];
        }
        Object[] copy = new Object[entries.length - 1];
        System.arraycopy(entries, 0, copy, 0, at);
        System.arraycopy(entries, at + 1, copy, at, copy.length - at);
        return new CollidingEntries(copy);
    }

    private int indexAmong(Object[] colliding) {
        for (int i = 0; i < colliding.length; i++) {
            if (keying.same(entry(colliding[i]), entry)) {
                return i;
            }
        }
        return -1;
    }

    @SuppressWarnings("unchecked")
    private E entry(Object slot) {
        return (E) slot;
    }
}
