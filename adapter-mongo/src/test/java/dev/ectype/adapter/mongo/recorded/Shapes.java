package dev.ectype.adapter.mongo.recorded;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** Forms of filters, pipelines and updates: their operators, with kinds in place of values and no names of fields. */
final class Shapes {
    private Shapes() {}

    static String of(BsonValue value) {
        if (value.isDocument()) {
            return ofDocument(value.asDocument());
        }
        if (value.isArray()) {
            return ofArray(value.asArray());
        }
        boolean path = value.isString() && value.asString().getValue().startsWith("$");
        return path
                ? "path"
                : value.isNumber() ? "number" : value.getBsonType().name().toLowerCase(Locale.ROOT);
    }

    private static String ofDocument(BsonDocument document) {
        return document.entrySet().stream().map(Shapes::ofEntry).collect(Collectors.joining(", ", "{", "}"));
    }

    private static String ofEntry(Map.Entry<String, BsonValue> entry) {
        String name = entry.getKey().startsWith("$") ? entry.getKey() : "field";
        return name + ": " + of(entry.getValue());
    }

    private static String ofArray(BsonArray array) {
        Set<String> kinds = new TreeSet<>();
        array.forEach(value -> kinds.add(of(value)));
        return kinds.stream().collect(Collectors.joining(" | ", "[", "]"));
    }
}
