package dev.ectype.adapter.mongo.internal.query;

import static dev.ectype.adapter.mongo.internal.query.Docs.array;
import static dev.ectype.adapter.mongo.internal.query.Docs.doc;
import static dev.ectype.adapter.mongo.internal.query.Docs.nothing;
import static dev.ectype.adapter.mongo.internal.query.Docs.number;

import dev.ectype.adapter.mongo.internal.source.Scope;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Order;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * An order of documents. Null and absent sort lowest by themselves; keys that are computed, or whose nulls stand at the
 * other end, become fields of the documents first.
 *
 * @param computed the fields to add before, with their expressions; empty for none
 * @param keys the sort keys
 */
record Sorting(BsonDocument computed, BsonDocument keys) {
    static final String PREFIX = "__ectype_";
    private static final int MOST_KEYS = 32;

    /**
     * Translates an order.
     *
     * @throws Untranslatable if the store sorts one of the keys in another way
     */
    static Sorting of(Scope scope, List<Order> orders) {
        Sorting sorting = new Sorting(new BsonDocument(), new BsonDocument());
        for (int i = 0; i < orders.size(); i++) {
            sorting.add(scope, orders.get(i), i);
        }
        if (sorting.keys.size() > MOST_KEYS) {
            throw new Untranslatable("a server sorts by at most " + MOST_KEYS + " keys");
        }
        return sorting;
    }

    private void add(Scope scope, Order order, int at) {
        Operand operand = order.operand();
        if (!Kind.of(operand.storage()).isSorted()) {
            throw new Untranslatable(
                    "the store does not sort " + Kind.of(operand.storage()) + " values as they are here");
        }
        BsonValue value = new Expressions(scope).of(operand);
        if (!order.nullsAreLowest()) {
            addNullKey(value, order.nullsFirst(), at);
        }
        String key = isNameable(operand) ? scope.path((FieldPath) operand) : PREFIX + "key" + at;
        if (!isNameable(operand)) {
            computed.put(key, value);
        }
        keys.putIfAbsent(key, number(order.descending() ? -1 : 1));
    }

    private void addNullKey(BsonValue value, boolean nullsFirst, int at) {
        BsonDocument isNull = doc("$lte", array(value, nothing()));
        BsonArray choice = new BsonArray(List.of(isNull, number(nullsFirst ? 0 : 1), number(nullsFirst ? 1 : 0)));
        String key = PREFIX + "null" + at;
        computed.put(key, doc("$cond", choice));
        keys.put(key, number(1));
    }

    private static boolean isNameable(Operand operand) {
        return operand instanceof FieldPath path && !Scope.hasPosition(path);
    }
}
