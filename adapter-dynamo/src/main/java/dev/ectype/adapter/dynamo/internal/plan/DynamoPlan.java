package dev.ectype.adapter.dynamo.internal.plan;

import dev.ectype.adapter.dynamo.internal.expression.Expr;
import dev.ectype.adapter.dynamo.internal.source.DynamoSource;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.NativePlan;
import java.util.List;

/**
 * A query as it will be asked.
 *
 * @param source the source
 * @param route how items are found
 * @param filter what the store tests of them
 * @param conditions what must hold of the rows, whoever tests it
 * @param tests those of the conditions that are tested on the rows as they come in
 * @param order the order that the plan takes on; empty if none
 * @param window the window that the plan takes on; all if none
 * @param usage what its runs have consumed
 */
@SuppressWarnings("checkstyle:RecordComponentNumber") // one component for each part of a query
public record DynamoPlan(
        DynamoSource source,
        Route route,
        Expr filter,
        List<Predicate> conditions,
        List<Predicate> tests,
        List<Order> order,
        Window window,
        Usage usage)
        implements NativePlan {
    /** Copies the lists. */
    public DynamoPlan {
        conditions = List.copyOf(conditions);
        tests = List.copyOf(tests);
        order = List.copyOf(order);
    }

    @Override
    public Access access() {
        if (route instanceof Route.Keys) {
            return Access.KEY;
        }
        return route instanceof Route.Partitions ? Access.INDEX : Access.SCAN;
    }

    @Override
    public String explain() {
        return new Explaining(this).text();
    }
}
