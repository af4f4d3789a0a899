package dev.ectype.adapter.inmemory.internal.tree;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Walks the slots of a {@link HashTree} in their order, or against it. */
final class HashCursor<E> implements Cursor<E> {
    /** One level for each group of bits, and one for an array of entries with equal hashes. */
    private static final int DEPTH = HashNode.LAST_SHIFT / HashNode.BITS + 2;

    private final boolean backward;
    private final @Nullable Object[][] levels = new Object[DEPTH][];
    private final int[] positions = new int[DEPTH];
    private int depth = -1;

    HashCursor(HashNode root, boolean backward) {
        this.backward = backward;
        enter(root.slots());
    }

    private void enter(Object[] slots) {
        depth++;
        levels[depth] = slots;
        positions[depth] = backward ? slots.length - 1 : 0;
    }

    @Override
    public @Nullable E next() {
        while (depth >= 0) {
            Object[] slots = levels[depth];
            int at = positions[depth];
            if (slots == null || at < 0 || at >= slots.length) {
                depth--;
                continue;
            }
            step();
            Object slot = slots[at];
            if (slot instanceof HashNode child) {
                enter(child.slots());
            } else if (slot instanceof Object[] colliding) {
                enter(colliding);
            } else {
                return entry(slot);
            }
        }
        return null;
    }

    private void step() {
        positions[depth] += backward ? -1 : 1;
    }

    /** Goes behind the entry that is meant, whose mixed hash is known; only before the first step. */
    void seek(HashNode root, int hash, Predicate<E> meant) {
        HashNode node = root;
        for (int shift = 0; ; shift += HashNode.BITS) {
            positions[depth] = node.index(HashNode.bit(hash, shift));
            Object slot = node.slot(positions[depth]);
            step();
            if (slot instanceof HashNode child) {
                enter(child.slots());
                node = child;
            } else {
                if (slot instanceof Object[] colliding) {
                    enter(colliding);
                    seekAmong(colliding, meant);
                }
                return;
            }
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
