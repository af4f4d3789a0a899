package dev.ectype.adapter.dynamo.sample;

import dev.ectype.adapter.dynamo.mapping.DynamoIndex;
import dev.ectype.adapter.dynamo.mapping.DynamoTable;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Insert;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.Source;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Layout.Slot;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Orders of customers: a partition key and a sort key, a local index on the total, a global one on status and day, one on
 * the courier that holds keys only, and one of a two-field partition key.
 */
public final class Orders {
    /** The slots. */
    public static final Layout LAYOUT = new Layout(List.of(
            slot("customer", Scalar.TEXT),
            slot("number", Scalar.INT64),
            slot("status", Scalar.TEXT),
            slot("day", Scalar.DATE),
            slot("total", Scalar.DECIMAL),
            slot("courier", Scalar.TEXT),
            slot("note", Scalar.TEXT)));

    private Orders() {}

    private static Slot slot(String name, Scalar kind) {
        return new Slot(name, name, kind);
    }

    /** Returns the path of a field. */
    public static FieldPath path(String name) {
        int slot = LAYOUT.indexOfSource(name);
        return new FieldPath(
                List.of(new FieldPath.Slot(name, name, slot)), LAYOUT.slot(slot).storage(), false);
    }

    /** Returns the source in a namespace. */
    public static Source source(String prefix) {
        DynamoTable table = DynamoTable.USUAL
                .index(DynamoIndex.local("by_total"))
                .index(DynamoIndex.global("by_courier").holdingKeys())
                .index(DynamoIndex.global("by_place").partitionedBy(2));
        return new Source(
                "orders",
                Optional.of(prefix),
                LAYOUT,
                List.of(0, 1),
                List.of(
                        index("by_total", "customer", "total"),
                        index("by_day", "status", "day"),
                        index("by_courier", "courier"),
                        index("by_place", "courier", "status", "day", "total")),
                List.of(table));
    }

    private static Source.Index index(String name, String... fields) {
        return new Source.Index(name, List.of(fields).stream().map(Orders::path).toList(), false);
    }

    /** Returns a row. */
    public static Row row(@Nullable Object... values) {
        @Nullable Object[] all = new Object[LAYOUT.size()];
        System.arraycopy(values, 0, all, 0, values.length);
        return Row.over(LAYOUT, all);
    }

    /** Returns the insertion of a row. */
    public static Insert insertion(Source source, Row row) {
        return new Insert(source, row, OnConflict.raise(), List.of(), CallOptions.NONE);
    }

    /** Returns a query. */
    public static QueryRequest query(Source source, List<Order> order, Window window, Predicate... conjuncts) {
        return new QueryRequest(source, List.of(conjuncts), order, window);
    }
}
