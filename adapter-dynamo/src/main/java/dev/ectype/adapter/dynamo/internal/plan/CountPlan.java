package dev.ectype.adapter.dynamo.internal.plan;

import dev.ectype.spi.NativePlan;
import dev.ectype.types.stored.Layout;

/**
 * A count of the items of a plan, of which none is fetched unless rows must be tested as they come in.
 *
 * @param rows the plan
 * @param result the layout of the one result row
 */
public record CountPlan(DynamoPlan rows, Layout result) implements NativePlan {
    @Override
    public Access access() {
        return rows.access();
    }

    @Override
    public String explain() {
        return "count of: " + rows.explain();
    }
}
