package dev.ectype.tck.self;

import dev.ectype.query.eval.Evaluator;
import dev.ectype.query.eval.OperandEvaluator;
import dev.ectype.query.eval.RowOrder;
import dev.ectype.query.eval.Values;
import dev.ectype.query.ir.Aggregate;
import dev.ectype.query.ir.Grouping;
import dev.ectype.query.ir.Operand;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Groups of rows, computed plainly. */
final class MapGrouping {
    private MapGrouping() {}

    static List<Row> group(List<Row> rows, Grouping grouping) {
        Map<Object, List<Row>> groups = new LinkedHashMap<>();
        if (grouping.keys().isEmpty()) {
            groups.put(List.of(), new ArrayList<>());
        }
        for (Row row : rows) {
            Object key = Values.canonical(Arrays.asList(keys(row, grouping)));
            groups.computeIfAbsent(grouping.keys().isEmpty() ? List.of() : key, any -> new ArrayList<>())
                    .add(row);
        }
        Evaluator having = Evaluator.ofAll(grouping.having());
        return groups.values().stream()
                .map(members -> result(members, grouping))
                .filter(having::matches)
                .sorted(RowOrder.of(grouping.order()))
                .skip(grouping.window().offset())
                .limit(grouping.window().limit().orElse(Long.MAX_VALUE))
                .toList();
    }

    private static Object[] keys(Row row, Grouping grouping) {
        return grouping.keys().stream().map(key -> valueOf(key, row)).toArray();
    }

    private static Object valueOf(Operand operand, Row row) {
        return OperandEvaluator.of(operand).valueFor(row);
    }

    private static Row result(List<Row> members, Grouping grouping) {
        Object[] values = new Object[grouping.result().size()];
        for (int i = 0; i < grouping.keys().size(); i++) {
            values[i] = valueOf(grouping.keys().get(i), members.get(0));
        }
        for (int i = 0; i < grouping.aggregates().size(); i++) {
            values[grouping.keys().size() + i] = compute(grouping.aggregates().get(i), members);
        }
        return Row.over(grouping.result(), values);
    }

    private static Object compute(Aggregate aggregate, List<Row> members) {
        if (aggregate.operand().isEmpty()) {
            return (long) members.size();
        }
        Collection<Object> values = values(aggregate, members);
        if (aggregate.function() == Aggregate.Function.COUNT) {
            return (long) values.size();
        }
        if (values.isEmpty()) {
            return null;
        }
        return switch (aggregate.function()) {
            case MIN -> values.stream().min(Values::compare).get();
            case MAX -> values.stream().max(Values::compare).get();
            default -> number(aggregate, values);
        };
    }

    private static Collection<Object> values(Aggregate aggregate, List<Row> members) {
        List<Object> values = new ArrayList<>();
        members.forEach(row -> values.add(valueOf(aggregate.operand().get(), row)));
        values.removeIf(value -> value == null);
        if (!aggregate.distinct()) {
            return values;
        }
        Map<Object, Object> distinct = new LinkedHashMap<>();
        values.forEach(value -> distinct.put(Values.canonical(value), value));
        return distinct.values();
    }

    private static Object number(Aggregate aggregate, Collection<Object> values) {
        BigDecimal sum =
                values.stream().map(value -> new BigDecimal(value.toString())).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal result = aggregate.function() == Aggregate.Function.SUM
                ? sum
                : sum.divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL128);
        return switch ((Storage.Scalar) aggregate.storage()) {
            case INT32 -> result.intValueExact();
            case INT64 -> result.longValueExact();
            case INTEGER -> result.toBigIntegerExact();
            case FLOAT64 -> result.doubleValue();
            default -> result;
        };
    }
}
