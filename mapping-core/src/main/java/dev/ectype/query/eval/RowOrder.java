package dev.ectype.query.eval;

import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Window.Keyset;
import dev.ectype.types.stored.Row;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The order of rows by the keys of a query, values as {@link Values#compare} has it. */
public final class RowOrder {
    private RowOrder() {}

    /** Returns a comparator by the keys, most significant first; without keys all rows are equal. Safe for use by several threads. */
    public static Comparator<Row> of(List<Order> keys) {
        Key[] prepared = prepare(keys);
        return prepared.length == 1 ? prepared[0]::compare : (left, right) -> compare(prepared, left, right);
    }

    /** Returns a test for the rows that stand behind a place in the order of the keys. Safe for use by several threads. */
    public static Predicate<Row> after(List<Order> keys, Keyset place) {
        if (keys.size() != place.values().size()) {
            throw new IllegalArgumentException(
                    "a place of " + place + " in an order of " + keys.size() + ": both must come from the same query");
        }
        Key[] prepared = prepare(keys);
        return row -> isAfter(prepared, row, place.values());
    }

    private static boolean isAfter(Key[] keys, Row row, List<@Nullable Object> place) {
        int sign = 0;
        for (int i = 0; i < keys.length && sign == 0; i++) {
            sign = keys[i].compareValues(keys[i].operand().of(row), place.get(i));
        }
        return sign > 0;
    }

    private static Key[] prepare(List<Order> keys) {
        return keys.stream().map(RowOrder::prepare).toArray(Key[]::new);
    }

    private static Key prepare(Order order) {
        return new Key(OperandCompiler.compile(order.operand()), order.descending(), order.nullsFirst());
    }

    private static int compare(Key[] keys, Row left, Row right) {
        for (Key key : keys) {
            int sign = key.compare(left, right);
            if (sign != 0) {
                return sign;
            }
        }
        return 0;
    }

    private record Key(Expression operand, boolean descending, boolean nullsFirst) {

        int compare(Row left, Row right) {
            return compareValues(operand.of(left), operand.of(right));
        }

        int compareValues(@Nullable Object left, @Nullable Object right) {
            if (left == null || right == null) {
                return compareNulls(left, right);
            }
            return descending ? Values.compare(right, left) : Values.compare(left, right);
        }

        private int compareNulls(@Nullable Object left, @Nullable Object right) {
            if (left == right) {
                return 0;
            }
            return (left == null) == nullsFirst ? -1 : 1;
        }
    }
}
