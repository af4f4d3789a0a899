package dev.ectype.query.eval;

import dev.ectype.query.ir.Grouping;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Groups rows and computes what is asked of each group: the definition of what a grouping means. Keeps one row for each
 * group and the distinct values that are counted. Used by one thread, for one result.
 */
public final class Groups {
    private final Grouping grouping;
    private final OperandEvaluator[] keys;
    private final Map<Object, Group> groups = new LinkedHashMap<>();

    private record Group(List<@Nullable Object> keys, List<Accumulator> aggregates) {}

    private Groups(Grouping grouping) {
        this.grouping = grouping;
        this.keys = grouping.keys().stream().map(OperandEvaluator::of).toArray(OperandEvaluator[]::new);
        if (keys.length == 0) {
            groups.put(List.of(), group(List.of()));
        }
    }

    /** Begins a grouping. */
    public static Groups of(Grouping grouping) {
        return new Groups(grouping);
    }

    /** Adds a row to its group. */
    public void add(Row row) {
        List<@Nullable Object> values = values(row);
        Object key = values.isEmpty() ? values : Values.canonical(values);
        for (Accumulator aggregate :
                groups.computeIfAbsent(key, any -> group(values)).aggregates()) {
            aggregate.add(row);
        }
    }

    private List<@Nullable Object> values(Row row) {
        if (keys.length == 0) {
            return List.of();
        }
        @Nullable Object[] values = new Object[keys.length];
        for (int i = 0; i < keys.length; i++) {
            values[i] = keys[i].valueFor(row);
        }
        return Arrays.asList(values);
    }

    private Group group(List<@Nullable Object> values) {
        return new Group(
                values, grouping.aggregates().stream().map(Accumulator::of).toList());
    }

    /** Returns the result rows that are wanted, in their order. */
    public List<Row> result() {
        Evaluator having = Evaluator.ofAll(grouping.having());
        List<Row> rows = new ArrayList<>();
        for (Group group : groups.values()) {
            Row row = row(group);
            if (having.matches(row)) {
                rows.add(row);
            }
        }
        if (!grouping.order().isEmpty()) {
            rows.sort(RowOrder.of(grouping.order()));
        }
        return rows.stream()
                .skip(grouping.window().offset())
                .limit(grouping.window().limit().orElse(Long.MAX_VALUE))
                .toList();
    }

    private Row row(Group group) {
        @Nullable Object[] values = group.keys().toArray(new Object[grouping.result().size()]);
        int next = keys.length;
        for (Accumulator aggregate : group.aggregates()) {
            values[next++] = aggregate.result();
        }
        return Row.over(grouping.result(), values);
    }
}
