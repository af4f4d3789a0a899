package dev.ectype.adapter.inmemory.internal.tree;

/**
 * Where the key of an entry is. Stateless.
 *
 * @param <E> the entries
 */
public interface Keying<E> {

    /** Returns the hash of the entry's key. */
    int hash(E entry);

    /** Tells whether two entries have the same key. */
    boolean same(E one, E other);
}
