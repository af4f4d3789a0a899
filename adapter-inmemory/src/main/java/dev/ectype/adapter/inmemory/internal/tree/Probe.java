package dev.ectype.adapter.inmemory.internal.tree;

/**
 * A key that is looked for.
 *
 * @param <E> the entries
 */
public interface Probe<E> {

    /** Returns the hash of the key, by the same rule as {@link Keying#hash}. */
    int hash();

    /** Tells whether the entry has this key. */
    boolean matches(E entry);
}
