package dev.ectype.adapter.inmemory.internal.tree;

import org.jspecify.annotations.Nullable;

/**
 * What the nodes of a {@link HashTree} have in common: a slot for each value of one digit of the hash. A slot is empty, a
 * node, an entry, or, below the last digit, all entries of one hash. A node is a {@link NarrowNode} or, if it has many
 * slots that are not empty, an array of all and its owner: one step of memory fewer on the way to an entry.
 */
final class HashNodes {
    static final int BITS = 7;
    static final int WIDTH = 1 << BITS;
    static final int LAST_SHIFT = 28;

    private static final int MOST_NARROW = 32;
    private static final int LEAST_WIDE = 16;

    private HashNodes() {}

    static int digit(int hash, int shift) {
        return (hash >>> shift) & (WIDTH - 1);
    }

    static boolean isNode(@Nullable Object slot) {
        return slot instanceof Object[] || slot instanceof NarrowNode;
    }

    static @Nullable Object at(Object node, int digit) {
        return node instanceof NarrowNode narrow ? narrow.at(digit) : ((Object[]) node)[digit];
    }

    static Object with(Object node, int digit, Object slot, @Nullable Object owner) {
        if (!(node instanceof NarrowNode narrow)) {
            return set((Object[]) node, digit, slot, owner);
        }
        return narrow.width() < MOST_NARROW || narrow.has(digit)
                ? narrow.with(digit, slot, owner)
                : set(widened(narrow, owner), digit, slot, owner);
    }

    private static Object[] set(Object[] wide, int digit, @Nullable Object slot, @Nullable Object owner) {
        boolean isOwn = owner != null && wide[WIDTH] == owner;
        Object[] changed = isOwn ? wide : wide.clone();
        changed[digit] = slot;
        changed[WIDTH] = owner;
        return changed;
    }

    private static Object[] widened(NarrowNode narrow, @Nullable Object owner) {
        Object[] wide = new Object[WIDTH + 1];
        for (int digit = 0; digit < WIDTH; digit++) {
            wide[digit] = narrow.at(digit);
        }
        wide[WIDTH] = owner;
        return wide;
    }

    /** Returns the node without a slot that is not empty. */
    static Object without(Object node, int digit, @Nullable Object owner) {
        if (node instanceof NarrowNode narrow) {
            return narrow.without(digit, owner);
        }
        Object[] left = set((Object[]) node, digit, null, owner);
        return isWide(left) ? left : narrowed(left);
    }

    private static boolean isWide(Object[] slots) {
        int filled = 0;
        for (int digit = 0; digit < WIDTH && filled < LEAST_WIDE; digit++) {
            filled += slots[digit] == null ? 0 : 1;
        }
        return filled == LEAST_WIDE;
    }

    private static NarrowNode narrowed(Object[] wide) {
        Object editor = new Object();
        NarrowNode narrow = NarrowNode.EMPTY;
        for (int digit = 0; digit < WIDTH; digit++) {
            if (wide[digit] != null) {
                narrow = narrow.with(digit, wide[digit], editor);
            }
        }
        return narrow;
    }

    /** Returns the entry that a node is not needed for, as it holds nothing else; otherwise the node. */
    static Object unlessLone(Object node) {
        return node instanceof NarrowNode narrow && narrow.width() == 1 && isEntry(narrow.slots()[0])
                ? narrow.slots()[0]
                : node;
    }

    private static boolean isEntry(Object slot) {
        return !isNode(slot) && !(slot instanceof CollidingEntries);
    }
}
