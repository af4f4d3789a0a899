package dev.ectype.spi;

import dev.ectype.types.stored.Row;
import java.util.List;

/**
 * The optional part of a store that tells the rows which it changes or removes, in the same step: what others write meanwhile
 * is neither told nor missed. A store that would have to read them before or afterwards does not have it.
 */
public interface BulkReturning extends BulkChanging {

    /**
     * Changes every row of a plan.
     *
     * @param returning the slots that the rows must have; the others may be null
     * @return the rows that met the conditions, as they are after the change, in any order
     * @throws dev.ectype.error.StoreException if the store fails, saying whether some rows may have changed
     */
    List<Row> updateAllReturning(
            NativePlan plan, List<Assignment> assignments, List<Integer> returning, CallOptions options);

    /**
     * Removes every row of a plan.
     *
     * @param returning the slots that the rows must have; the others may be null
     * @return the rows that were removed, as they were, in any order
     * @throws dev.ectype.error.StoreException if the store fails, saying whether some rows may be gone
     */
    List<Row> deleteAllReturning(NativePlan plan, List<Integer> returning, CallOptions options);
}
