package dev.ectype.spi;

import java.util.List;

/**
 * The optional part of a store that changes or removes all rows of a query. It is only given plans of which every
 * condition is exact, without an order and a window.
 */
public interface BulkChanging {

    /**
     * Changes every row of a plan.
     *
     * @return how many rows met the conditions, whether or not they looked different afterwards
     * @throws dev.ectype.error.StoreException if the store fails, saying whether some rows may have changed
     */
    long updateAll(NativePlan plan, List<Assignment> assignments, CallOptions options);

    /**
     * Removes every row of a plan.
     *
     * @return how many rows were removed
     * @throws dev.ectype.error.StoreException if the store fails, saying whether some rows may be gone
     */
    long deleteAll(NativePlan plan, CallOptions options);
}
