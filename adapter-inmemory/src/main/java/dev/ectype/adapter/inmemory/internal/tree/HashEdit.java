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

    HashNode put(HashNode node, int shift) {
        int bit = HashNode.bit(hash, shift);
        if (!node.has(bit)) {
            return node.inserted(bit, entry, owner);
        }
        int index = node.index(bit);
        Object slot = node.slot(index);
        Object changed = putInto(slot, shift + HashNode.BITS);
        return changed == slot ? node : node.replaced(index, changed, owner);
    }

    private Object putInto(Object slot, int shift) {
        if (slot instanceof HashNode child) {
            return put(child, shift);
        }
        if (slot instanceof Object[] colliding) {
            return putAmong(colliding);
        }
        if (keying.same(entry(slot), entry)) {
            hit = true;
            return entry;
        }
        return pair(slot, HashTree.spread(keying.hash(entry(slot))), shift);
    }

    private Object pair(Object other, int otherHash, int shift) {
        if (shift > HashNode.LAST_SHIFT) {
            return new Object[] {other, entry};
        }
        int otherBit = HashNode.bit(otherHash, shift);
        int bit = HashNode.bit(hash, shift);
        if (bit == otherBit) {
            return new HashNode(bit, new Object[] {pair(other, otherHash, shift + HashNode.BITS)}, owner);
        }
        // Bits are compared unsigned: the highest one is the sign.
        Object[] both =
                Integer.compareUnsigned(bit, otherBit) < 0 ? new Object[] {entry, other} : new Object[] {other, entry};
        return new HashNode(bit | otherBit, both, owner);
    }

    private Object[] putAmong(Object[] colliding) {
        int at = indexAmong(colliding);
        hit = at >= 0;
        Object[] copy = Arrays.copyOf(colliding, hit ? colliding.length : colliding.length + 1);
        copy[hit ? at : colliding.length] = entry;
        return copy;
    }

    HashNode remove(HashNode node, int shift) {
        int bit = HashNode.bit(hash, shift);
        if (!node.has(bit)) {
            return node;
        }
        int index = node.index(bit);
        Object slot = node.slot(index);
        Object left = removeFrom(slot, shift + HashNode.BITS);
        if (left == slot) {
            return node;
        }
        return left == null ? node.removed(bit, owner) : node.replaced(index, left, owner);
    }

    /** Returns what stays of a slot: null for nothing, and an entry rather than a node that holds only that. */
    private @Nullable Object removeFrom(Object slot, int shift) {
        if (slot instanceof HashNode child) {
            HashNode left = remove(child, shift);
            return left.isLone() ? left.slot(0) : left;
        }
        if (slot instanceof Object[] colliding) {
            return removeAmong(colliding);
        }
        hit = keying.same(entry(slot), entry);
        return hit ? null : slot;
    }

    private Object removeAmong(Object[] colliding) {
        int at = indexAmong(colliding);
        if (at < 0) {
            return colliding;
        }
        hit = true;
        if (colliding.length == 2) {
            return colliding[1 - at];
        }
        Object[] copy = new Object[colliding.length - 1];
        System.arraycopy(colliding, 0, copy, 0, at);
        System.arraycopy(colliding, at + 1, copy, at, copy.length - at);
        return copy;
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
