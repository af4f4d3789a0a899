package dev.ectype.adapter.inmemory.internal.tree;

import org.jspecify.annotations.Nullable;

/**
 * A persistent set of entries found by a key within them: a trie of {@link HashNodes} over the digits of the key's
 * hash. Immutable, unless it is built with an owner token: nodes made under a token are changed in place under the same
 * token, so only one thread may use a token, and no tree made under it before the last one.
 *
 * @param <E> the entries, which are no arrays
 */
public final class HashTree<E> {
    private final Keying<E> keying;
    private final Object root;
    private final int size;

    private HashTree(Keying<E> keying, Object root, int size) {
        this.keying = keying;
        this.root = root;
        this.size = size;
    }

    /** Returns a tree without entries. */
    public static <E> HashTree<E> empty(Keying<E> keying) {
        return new HashTree<>(keying, NarrowNode.EMPTY, 0);
    }

    /** Returns how many entries there are. */
    public int size() {
        return size;
    }

    /** Returns the entry with that key, or null. */
    public @Nullable E find(Probe<? super E> key) {
        int left = spread(key.hash());
        Object slot = root;
        while (true) {
            int digit = left & (HashNodes.WIDTH - 1);
            if (slot instanceof Object[] wide) {
                slot = wide[digit];
            } else if (slot instanceof NarrowNode narrow) {
                slot = narrow.at(digit);
            } else {
                return slot == null ? null : found(slot, key);
            }
            left >>>= HashNodes.BITS;
        }
    }

    private @Nullable E found(Object slot, Probe<? super E> key) {
        if (slot instanceof CollidingEntries colliding) {
            for (Object entry : colliding.entries()) {
                if (key.matches(entry(entry))) {
                    return entry(entry);
                }
            }
            return null;
        }
        return key.matches(entry(slot)) ? entry(slot) : null;
    }

    /** Returns a tree with the entry in it, in the place of one with the same key. */
    public HashTree<E> with(E entry, @Nullable Object owner) {
        var edit = new HashEdit<>(keying, spread(keying.hash(entry)), entry, owner);
        Object changed = edit.put(root, 0);
        return new HashTree<>(keying, changed, edit.hit() ? size : size + 1);
    }

    /** Returns a tree without the entry that has this one's key, or this tree if there is none. */
    public HashTree<E> without(E entry, @Nullable Object owner) {
        var edit = new HashEdit<>(keying, spread(keying.hash(entry)), entry, owner);
        Object changed = edit.remove(root, 0);
        return edit.hit() ? new HashTree<>(keying, changed, size - 1) : this;
    }

    /** Returns a walk over all entries, in an order that is fixed for this tree and means nothing. */
    public Cursor<E> cursor(boolean backward) {
        return new HashCursor<>(root, backward);
    }

    /** Returns a walk over what comes after an entry of this tree. */
    public Cursor<E> cursorAfter(E entry, boolean backward) {
        var cursor = new HashCursor<E>(root, backward);
        cursor.seek(root, spread(keying.hash(entry)), other -> keying.same(other, entry));
        return cursor;
    }

    /** Mixes the high bits into the low ones, which the upper levels use. */
    static int spread(int hash) {
        return hash ^ (hash >>> 15);
    }

    @SuppressWarnings("unchecked")
    private E entry(Object slot) {
        return (E) slot;
    }
}
