package dev.ectype.adapter.inmemory.internal.tree;

import org.jspecify.annotations.Nullable;

/** A node of few slots; those that are empty take no room. Immutable for all but the editor that made it. */
final class NarrowNode {
    static final NarrowNode EMPTY = new NarrowNode(0, 0, new Object[0], null);

    private long low;
    private long high;
    private Object[] slots;
    private final @Nullable Object owner;

    private NarrowNode(long low, long high, Object[] slots, @Nullable Object owner) {
        this.low = low;
        this.high = high;
        this.slots = slots;
        this.owner = owner;
    }

    int width() {
        return slots.length;
    }

    /** Returns the slots that are not empty, in their order, which nobody but this node changes. */
    Object[] slots() {
        return slots;
    }

    /** Returns what stands at a digit, null if nothing. */
    @Nullable Object at(int digit) {
        return has(digit) ? slots[index(digit)] : null;
    }

    /** Returns how many slots before that of a digit are not empty. */
    int index(int digit) {
        long before = (1L << digit) - 1;
        return digit < Long.SIZE ? Long.bitCount(low & before) : Long.bitCount(low) + Long.bitCount(high & before);
    }

    boolean has(int digit) {
        return ((digit < Long.SIZE ? low : high) & (1L << digit)) != 0;
    }

    NarrowNode with(int digit, Object slot, @Nullable Object editor) {
        return has(digit) ? replaced(index(digit), slot, editor) : inserted(digit, slot, editor);
    }

    private NarrowNode replaced(int index, Object slot, @Nullable Object editor) {
        if (owner != null && owner == editor) {
            slots[index] = slot;
            return this;
        }
        Object[] copy = slots.clone();
        copy[index] = slot;
        return new NarrowNode(low, high, copy, editor);
    }

    private NarrowNode inserted(int digit, Object slot, @Nullable Object editor) {
        int index = index(digit);
        Object[] copy = new Object[slots.length + 1];
        System.arraycopy(slots, 0, copy, 0, index);
        copy[index] = slot;
        System.arraycopy(slots, index, copy, index + 1, slots.length - index);
        return toggled(digit, copy, editor);
    }

    NarrowNode without(int digit, @Nullable Object editor) {
        int index = index(digit);
        Object[] copy = new Object[slots.length - 1];
        System.arraycopy(slots, 0, copy, 0, index);
        System.arraycopy(slots, index + 1, copy, index, copy.length - index);
        return toggled(digit, copy, editor);
    }

    private NarrowNode toggled(int digit, Object[] newSlots, @Nullable Object editor) {
        long newLow = digit < Long.SIZE ? low ^ (1L << digit) : low;
        long newHigh = digit < Long.SIZE ? high : high ^ (1L << digit);
        if (owner == null || owner != editor) {
            return new NarrowNode(newLow, newHigh, newSlots, editor);
        }
        low = newLow;
        high = newHigh;
        slots = newSlots;
        return this;
    }
}
