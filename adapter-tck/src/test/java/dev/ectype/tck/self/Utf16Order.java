package dev.ectype.tck.self;

import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Order;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.Comparator;
import java.util.List;

/** An adapter that sorts by the texts that Java would sort by. */
final class Utf16Order extends MapAdapter {

    @Override
    Comparator<Row> comparator(List<Order> order) {
        boolean byText = order.size() == 1
                && order.get(0).operand() instanceof FieldPath path
                && path.isTopLevel()
                && path.storage() == Scalar.TEXT;
        return byText ? byUnits(order.get(0)) : super.comparator(order);
    }

    private static Comparator<Row> byUnits(Order order) {
        int slot = ((FieldPath) order.operand()).slot();
        Comparator<String> ascending = Comparator.nullsFirst(Comparator.naturalOrder());
        return Comparator.comparing(
                row -> (String) row.get(slot), order.descending() ? ascending.reversed() : ascending);
    }
}
