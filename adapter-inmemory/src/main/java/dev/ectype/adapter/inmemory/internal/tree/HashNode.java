package dev.ectype.adapter.inmemory.internal.tree;

import org.jspecify.annotations.Nullable;

/**
 * A node of a {@link HashTree}. A slot is a node, an entry, or, below the last bits of the hash, an array of entries
 * whose hashes are equal. Slots that are empty take no room.
 */
final class HashNode {
    static final int BITS = 5;
    static final int LAST_SHIFT = 30;
    static final HashNode EMPTY = new HashNode(0, new Object[0], null);
    private static final int MASK = (1 << BITS) - 1;

    private int bitmap;
    private Object[] slots;
    private final @Nullable Object owner;

    HashNode(int bitmap, Object[] slots, @Nullable Object owner) {
        this.bitmap = bitmap;
        this.slots = slots;
        this.owner = owner;
    }

    static int bit(int hash, int shift) {
        return 1 << ((hash >>> shift) & MASK);
    }

    int index(int bit) {
        return Integer.bitCount(bitmap & (bit - 1));
    }

    boolean has(int bit) {
        return (bitmap & bit) != 0;
    }

    int width() {
        return slots.length;
    }

    /** Tells whether there is nothing but one entry, which then may stand higher up. */
    boolean isLone() {
        return slots.length == 1 && !(slots[0] instanceof HashNode) && !(slots[0] instanceof Object[]);
    }

    /** Returns the slots themselves, which nobody but this node changes. */
    Object[] slots() {
        return slots;
    }

    Object slot(int index) {
        return slots[index];
    }

    @Nullable Object at(int hash, int shift) {
        int bit = bit(hash, shift);
        return (bitmap & bit) == 0 ? null : slots[Integer.bitCount(bitmap & (bit - 1))];
    }

    HashNode replaced(int index, Object slot, @Nullable Object editor) {
        if (owner != null && owner == editor) {
            slots[index] = slot;
            return this;
        }
        Object[] copy = slots.clone();
        copy[index] = slot;
        return new HashNode(bitmap, copy, editor);
    }

    HashNode inserted(int bit, Object slot, @Nullable Object editor) {
        int index = index(bit);
        Object[] copy = new Object[slots.length + 1];
        System.arraycopy(slots, 0, copy, 0, index);
        copy[index] = slot;
        System.arraycopy(slots, index, copy, index + 1, slots.length - index);
        return remade(bitmap | bit, copy, editor);
    }

    HashNode removed(int bit, @Nullable Object editor) {
        int index = index(bit);
        Object[] copy = new Object[slots.length - 1];
        System.arraycopy(slots, 0, copy, 0, index);
        System.arraycopy(slots, index + 1, copy, index, copy.length - index);
        return remade(bitmap & ~bit, copy, editor);
    }

    private HashNode remade(int newBitmap, Object[] newSlots, @Nullable Object editor) {
        if (owner == null || owner != editor) {
            return new HashNode(newBitmap, newSlots, editor);
        }
        bitmap = newBitmap;
        slots = newSlots;
        return this;
    }
}
