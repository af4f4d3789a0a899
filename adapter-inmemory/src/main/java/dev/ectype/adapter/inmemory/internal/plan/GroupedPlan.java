package dev.ectype.adapter.inmemory.internal.plan;

import dev.ectype.adapter.inmemory.internal.store.Binding;
import dev.ectype.adapter.inmemory.internal.store.Deadline;
import dev.ectype.adapter.inmemory.internal.store.TableState;
import dev.ectype.adapter.inmemory.internal.tree.Cursor;
import dev.ectype.query.eval.Groups;
import dev.ectype.query.ir.Aggregate;
import dev.ectype.query.ir.Grouping;
import dev.ectype.spi.NativePlan;
import dev.ectype.types.stored.Row;
import java.util.List;

/**
 * A query whose rows are grouped. Immutable.
 *
 * @param rows the query
 * @param grouping how
 */
public record GroupedPlan(MemoryPlan rows, Grouping grouping) implements NativePlan {
    @Override
    public Access access() {
        return rows.access();
    }

    /** Returns the result rows; rows that are only counted are not looked at where the index knows their number. */
    public List<Row> results(Binding binding, TableState state, Deadline deadline) {
        if (isCount()) {
            return List.of(Row.over(grouping.result(), new Object[] {rows.count(state, deadline)}));
        }
        Groups groups = Groups.of(grouping);
        Cursor<Row> cursor = rows.open(state, deadline);
        for (Row row = cursor.next(); row != null; row = cursor.next()) {
            groups.add(binding.view(row));
        }
        return groups.result();
    }

    private boolean isCount() {
        return grouping.keys().isEmpty()
                && grouping.aggregates().size() == 1
                && grouping.aggregates().get(0).function() == Aggregate.Function.COUNT
                && grouping.aggregates().get(0).operand().isEmpty()
                && grouping.having().isEmpty()
                && grouping.window().isAll();
    }

    @Override
    public String explain() {
        String keys = grouping.keys().isEmpty() ? "" : "\ngroup by " + grouping.keys();
        return rows.explain() + keys + (isCount() ? "\ncount" : "\ncompute " + grouping.aggregates());
    }
}
