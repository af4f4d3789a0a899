package dev.ectype.types.stored;

import org.jspecify.annotations.Nullable;

/**
 * Writes one slot of what a store is given. Implementations are immutable, and quickest as records, whose components
 * compiled code takes for constants.
 *
 * @param <T> what the store is given
 */
@FunctionalInterface
public interface SlotWriter<T> {

    /** Writes the neutral value of the slot, null where there is none. */
    void write(T to, @Nullable Object value);
}
