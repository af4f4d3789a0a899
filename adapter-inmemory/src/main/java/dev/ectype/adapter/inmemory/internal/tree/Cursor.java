package dev.ectype.adapter.inmemory.internal.tree;

import org.jspecify.annotations.Nullable;

/**
 * A walk over entries, for one thread.
 *
 * @param <E> the entries
 */
@FunctionalInterface
public interface Cursor<E> {

    /** Returns the next entry, or null at the end and from then on. */
    @Nullable E next();
}
