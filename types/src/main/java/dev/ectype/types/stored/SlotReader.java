package dev.ectype.types.stored;

import org.jspecify.annotations.Nullable;

/**
 * Reads one slot of what a store returns. Implementations are immutable, and quickest as records, whose components
 * compiled code takes for constants.
 *
 * @param <T> what the store returns
 */
@FunctionalInterface
public interface SlotReader<T> {

    /** Returns the neutral value of the slot, or null where there is none. */
    @Nullable Object read(T stored);
}
