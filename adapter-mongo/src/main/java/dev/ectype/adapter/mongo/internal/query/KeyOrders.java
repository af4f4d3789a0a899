package dev.ectype.adapter.mongo.internal.query;

import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** A stored value with the keys of its maps in every order, since the store compares documents by the order of theirs. */
final class KeyOrders {
    private static final int MOST = 120;

    private KeyOrders() {}

    static List<BsonValue> of(BsonValue value) {
        if (value.isDocument()) {
            return ofDocument(value.asDocument());
        }
        return value.isArray() ? ofArray(value.asArray()) : List.of(value);
    }

    private static List<BsonValue> ofArray(BsonArray array) {
        List<BsonValue> results = new ArrayList<>(List.of(new BsonArray()));
        for (BsonValue element : array) {
            List<BsonValue> longer = new ArrayList<>();
            for (BsonValue order : of(element)) {
                for (BsonValue result : results) {
                    BsonArray next = result.asArray().clone();
                    next.add(order);
                    add(longer, next);
                }
            }
            results = longer;
        }
        return results;
    }

    private static List<BsonValue> ofDocument(BsonDocument document) {
        List<BsonValue> results = new ArrayList<>();
        extend(document, new BsonDocument(), results);
        return results;
    }

    private static void extend(BsonDocument rest, BsonDocument soFar, List<BsonValue> results) {
        if (rest.isEmpty()) {
            add(results, soFar);
        }
        for (String key : rest.keySet()) {
            BsonDocument others = rest.clone();
            others.remove(key);
            for (BsonValue order : of(rest.get(key))) {
                BsonDocument longer = soFar.clone();
                longer.put(key, order);
                extend(others, longer, results);
            }
        }
    }

    private static void add(List<BsonValue> results, BsonValue result) {
        if (results.size() >= MOST) {
            throw new Untranslatable(
                    "the store compares maps by the order of their keys, and there are too many orders");
        }
        results.add(result);
    }
}
