package dev.ectype.adapter.inmemory.internal.tree;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Walks the slots of a {@link HashTree} in their order, or against it. */
final class HashCursor<E> implements Cursor<E> {
    /** One level for each digit of the hash, and one for entries whose hashes are equal. */
    private static final int DEPTH = HashNodes.LAST_SHIFT / HashNodes.BITS + 2;

    private final boolean backward;
    private final @Nullable Object[][] levels = new Object[DEPTH][];
    private final int[] widths = new int[DEPTH];
    private final int[] positions = new int[DEPTH];
    private int depth = -1;

    HashCursor(Object root, boolean backward) {
        this.backward = backward;
        enter(root);
    }

    /** Goes into a slot that holds several others. */
    private void enter(Object slot) {
        depth++;
        if (slot instanceof Object[] wide) {
            levels[depth] = wide;
            widths[depth] = HashNodes.WIDTH;
        } else {
            Object[] slots = slot instanceof NarrowNode narrow ? narrow.slots() : ((CollidingEntries) slot).entries();
            levels[depth] = slots;
            widths[depth] = slots.length;
        }
        positions[depth] = backward ? widths[depth] - 1 : 0;
    }

    @Override
    public @Nullable E next() {
        while (depth >= 0) {
            @Nullable Object[] slots = levels[depth];
            int at = positions[depth];
            if (slots == null || at < 0 || at >= widths[depth]) {
                depth--;
                continue;
            }
            step();
            Object slot = slots[at];
            if (HashNodes.isNode(slot) || slot instanceof CollidingEntries) {
                enter(slot);
            } else if (slot != null) {
                return entry(slot);
            }
        }
        return null;
    }

    private void step() {
        positions[depth] += backward ? -1 : 1;
    }

    /** Goes behind the entry that is meant, whose mixed hash is known; only before the first step. */
    void seek(Object root, int hash, Predicate<E> meant) {
        @Nullable Object slot = root;
        for (int shift = 0; slot != null && HashNodes.isNode(slot); shift += HashNodes.BITS) {
            if (shift > 0) {
                enter(slot);
            }
            int digit = HashNodes.digit(hash, shift);
            positions[depth] = slot instanceof NarrowNode narrow ? narrow.index(digit) : digit;
            slot = HashNodes.at(slot, digit);
            step();
        }
        if (slot instanceof CollidingEntries colliding) {
            enter(slot);
            seekAmong(colliding.entries(), meant);
        }
    }

    private void seekAmong(Object[] colliding, Predicate<E> meant) {
        while (!meant.test(entry(colliding[positions[depth]]))) {
            step();
        }
        step();
    }

    @SuppressWarnings("unchecked")
    private E entry(Object slot) {
        return (E) slot;
    }
}
