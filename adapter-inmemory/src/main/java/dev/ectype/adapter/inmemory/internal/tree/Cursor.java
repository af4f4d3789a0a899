package dev.ectype.adapter.inmemory.internal.tree;

import java.util.function.Consumer;
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

    /** Hands over the entries that are left. */
    default void forEachLeft(Consumer<? super E> action) {
        for (E entry = next(); entry != null; entry = next()) {
            action.accept(entry);
        }
    }
}
