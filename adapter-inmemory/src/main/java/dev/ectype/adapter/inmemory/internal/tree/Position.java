package dev.ectype.adapter.inmemory.internal.tree;

/**
 * A place between the entries of an ordered tree.
 *
 * @param <E> the entries
 */
@FunctionalInterface
public interface Position<E> {

    /** Tells whether the entry stands before this place; true for a run of the lowest entries and for no other. */
    boolean isAfter(E entry);
}
