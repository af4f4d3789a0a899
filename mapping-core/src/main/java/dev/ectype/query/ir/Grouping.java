package dev.ectype.query.ir;

import dev.ectype.types.stored.Layout;
import java.util.List;

/**
 * How rows become groups. The result is a row for each group: first the keys, then the aggregates, in the slots of the
 * result layout. Without keys there is one group, even over no rows; nulls of a key form a group. Keys without
 * aggregates give the distinct values.
 *
 * @param keys what the rows of a group agree in
 * @param aggregates what is computed over a group
 * @param result the layout of the result rows
 * @param having conditions on the result rows, all of which must be true
 * @param order the order of the result rows
 * @param window which of the ordered result rows are wanted
 */
public record Grouping(
        List<Operand> keys,
        List<Aggregate> aggregates,
        Layout result,
        List<Predicate> having,
        List<Order> order,
        Window window) {
    /** Copies the lists. */
    public Grouping {
        keys = List.copyOf(keys);
        aggregates = List.copyOf(aggregates);
        having = List.copyOf(having);
        order = List.copyOf(order);
    }
}
