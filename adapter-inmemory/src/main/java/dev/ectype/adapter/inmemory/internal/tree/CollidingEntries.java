package dev.ectype.adapter.inmemory.internal.tree;

/** Entries of a {@link HashTree} whose hashes are equal, two or more. Immutable. */
final class CollidingEntries {
    private final Object[] entries;

    /** Takes the array over. */
    CollidingEntries(Object[] entries) {
        this.entries = entries;
    }

    /** Returns the entries themselves, which nobody changes. */
    Object[] entries() {
        return entries;
    }
}
