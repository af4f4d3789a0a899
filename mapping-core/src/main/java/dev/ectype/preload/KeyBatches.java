package dev.ectype.preload;

import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.query.Query;
import dev.ectype.query.RelatedQueries;
import dev.ectype.query.eval.RowOrder;
import dev.ectype.query.eval.SlotsUsed;
import dev.ectype.query.eval.Values;
import dev.ectype.query.ir.Order;
import dev.ectype.schema.Column;
import dev.ectype.schema.Schema;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads the records that have certain keys, no more keys a query than allowed. */
record KeyBatches(Fetch fetch, int size) {

    /** Returns the different keys of records by their canonical forms, in the order of the records; none for a null. */
    static <R> Map<Object, Object> keys(Schema<R> schema, Collection<R> records, Column<R, ?> column) {
        Map<Object, Object> keys = new LinkedHashMap<>();
        for (R each : records) {
            Object key = schema.get(each, column);
            if (key != null) {
                keys.putIfAbsent(canonical(column, key), key);
            }
        }
        return keys;
    }

    /** Returns the form in which equal keys are equal; null for none. */
    static <R> @Nullable Object key(Schema<R> schema, R each, Column<R, ?> column) {
        Object key = schema.get(each, column);
        return key == null ? null : canonical(column, key);
    }

    @SuppressWarnings("unchecked") // the record holds a value of the column's type
    private static <V> Object canonical(Column<?, V> column, Object key) {
        return Values.canonical(column.type().dump((V) key));
    }

    /** Returns the records whose column has one of the keys, in the order of the query. */
    <E> List<E> read(Query<E> query, Column<E, ?> column, Collection<Object> keys, OptionalInt perKey) {
        List<Object> all = new ArrayList<>(keys);
        List<E> found = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            List<Object> batch = all.subList(from, Math.min(all.size(), from + size));
            Query<E> asked = RelatedQueries.having(query, column, batch);
            found.addAll(fetch.all(all.size() == 1 && perKey.isPresent() ? asked.limit(perKey.getAsInt()) : asked));
        }
        return found;
    }

    private void requireRead(Schema<?> schema, Order order) {
        SlotsUsed.by(order.operand(), slot -> {
            if (!schema.loadedSlots().contains(slot)) {
                throw new MappingException(
                        Kind.USAGE,
                        "records of several queries are put in one order by what is read of them, and this is not;"
                                + " order by another column, or let one query ask for more keys:"
                                + " Preloading.withBatchSize(keys)",
                        Map.of("order by", order, "records", schema.name(), "keys in a query", size));
            }
        });
    }

    /** Returns the same as one list in the order of the query, whatever the batches. */
    <E> List<E> readInOrder(Query<E> query, Column<E, ?> column, Collection<Object> keys) {
        List<Order> order = query.request().order();
        boolean isMerged = keys.size() > size && !order.isEmpty();
        if (isMerged) {
            order.forEach(key -> requireRead(query.schema(), key));
        }
        List<E> found = read(query, column, keys, OptionalInt.empty());
        if (isMerged) {
            Comparator<Row> rows = RowOrder.of(order);
            found.sort(Comparator.comparing(query.schema()::dump, rows));
        }
        return found;
    }
}
