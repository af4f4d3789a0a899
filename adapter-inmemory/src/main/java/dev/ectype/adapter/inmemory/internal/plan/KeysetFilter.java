package dev.ectype.adapter.inmemory.internal.plan;

import dev.ectype.query.eval.OperandEvaluator;
import dev.ectype.query.eval.Values;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Window;
import dev.ectype.types.stored.Row;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tells whether a row stands behind a place in an order. Immutable. */
final class KeysetFilter implements Predicate<Row> {
    private final List<Order> order;
    private final List<OperandEvaluator> operands;
    private final List<@Nullable Object> place;

    KeysetFilter(List<Order> order, Window.Keyset keyset) {
        this.order = order;
        this.operands =
                order.stream().map(key -> OperandEvaluator.of(key.operand())).toList();
        this.place = keyset.values();
    }

    @Override
    public boolean test(Row row) {
        for (int i = 0; i < operands.size(); i++) {
            int sign = compare(order.get(i), operands.get(i).valueFor(row), place.get(i));
            if (sign != 0) {
                return sign > 0;
            }
        }
        return false;
    }

    private static int compare(Order key, @Nullable Object value, @Nullable Object at) {
        if (value == null || at == null) {
            int nullFirst = Values.compareNullLowest(value, at);
            return key.nullsFirst() ? nullFirst : -nullFirst;
        }
        return key.descending() ? Values.compare(at, value) : Values.compare(value, at);
    }
}
