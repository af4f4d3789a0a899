package dev.ectype.repo.atomic;

import dev.ectype.spi.Adapter;
import java.util.Optional;

/**
 * Where writes go.
 *
 * @param adapter the store, or what stands for it
 * @param transaction the transaction that is open, if one is
 * @param isRehearsal whether nothing reaches the store yet
 */
public record Scope(Adapter adapter, Optional<OpenTransaction> transaction, boolean isRehearsal) {

    /** Returns the scope of a store outside of any transaction. */
    public static Scope of(Adapter adapter) {
        return new Scope(adapter, Optional.empty(), false);
    }

    static Scope in(OpenTransaction transaction) {
        return new Scope(transaction.real().adapter(), Optional.of(transaction), false);
    }

    static Scope rehearsing(Adapter stand) {
        return new Scope(stand, Optional.empty(), true);
    }
}
