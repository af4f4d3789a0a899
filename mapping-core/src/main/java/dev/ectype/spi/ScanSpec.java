package dev.ectype.spi;

import java.util.List;
import java.util.OptionalLong;

/**
 * How a plan is to be run.
 *
 * @param slots the slots to fetch, ascending; the others may be null in the rows
 * @param rowBudget the most rows that may be returned before the cursor ends with {@link RowCursor.End#BUDGET}
 * @param options the options of the call
 */
public record ScanSpec(List<Integer> slots, OptionalLong rowBudget, CallOptions options) {
    /** Copies the slots. */
    public ScanSpec {
        slots = List.copyOf(slots);
    }
}
