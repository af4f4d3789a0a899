package dev.ectype.adapter.inmemory.internal.plan;

import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Window;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Whether a walk through the ranges of an index gives the order of a query. */
final class OrderMatch {
    private final IndexMatch match;
    private final List<Order> order;
    private final int[] columnOfKey;
    private final AccessPath.Walk walk;

    OrderMatch(IndexMatch match, List<Order> order) {
        this.match = match;
        this.order = order;
        this.columnOfKey = new int[order.size()];
        this.walk = follow();
    }

    /** Returns how the walk serves the order; unordered if it does not, or if there is none. */
    AccessPath.Walk walk() {
        return walk;
    }

    private AccessPath.Walk follow() {
        int column = 0;
        for (int i = 0; i < order.size(); i++) {
            column = columnOf(order.get(i), column);
            if (column < 0 || order.get(i).descending() != order.get(0).descending()) {
                return AccessPath.Walk.UNORDERED;
            }
            columnOfKey[i] = column;
            column++;
        }
        if (order.isEmpty()) {
            return AccessPath.Walk.UNORDERED;
        }
        return order.get(0).descending() ? AccessPath.Walk.BACKWARD : AccessPath.Walk.FORWARD;
    }

    /** Returns the column that the key orders by, passing over columns that do not vary, or -1. */
    private int columnOf(Order key, int from) {
        if (!(key.operand() instanceof FieldPath path) || !key.nullsAreLowest()) {
            return -1;
        }
        List<List<FieldPath.Step>> columns = match.index().columns();
        for (int column = from; column < columns.size(); column++) {
            if (path.leadsBy(columns.get(column))) {
                return column;
            }
            if (!match.isFixed(column)) {
                return -1;
            }
        }
        return -1;
    }

    /** Returns the range behind a place in the order, ascending or descending as the walk goes. */
    Range behind(Window.Keyset keyset) {
        int last = columnOfKey[columnOfKey.length - 1];
        @Nullable Object[] values = IntStream.rangeClosed(0, last)
                .mapToObj(column -> value(column, keyset))
                .toArray();
        return walk == AccessPath.Walk.BACKWARD
                ? new Range(Bound.before(), Bound.before(values))
                : new Range(Bound.after(values), Bound.after());
    }

    private @Nullable Object value(int column, Window.Keyset keyset) {
        for (int i = 0; i < columnOfKey.length; i++) {
            if (columnOfKey[i] == column) {
                return keyset.values().get(i);
            }
        }
        return match.fixedValue(column);
    }
}
