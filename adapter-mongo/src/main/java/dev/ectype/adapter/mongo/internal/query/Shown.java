package dev.ectype.adapter.mongo.internal.query;

import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonType;
import org.bson.BsonValue;

/** Filters, stages and updates as text for explanations: every structure, and a question mark for every value. */
public final class Shown {
    private static final Set<String> STRUCTURAL = Set.of("$exists", "$type", "$options", "$limit", "$skip");
    private static final Set<String> OF_EXPRESSIONS =
            Set.of("$expr", "$group", "$project", "$addFields", "$sort", "$lookup");
    private static final int FEW = 3;

    private Shown() {}

    /** Returns the text of a filter, an update or a stage. */
    public static String of(BsonValue value) {
        return show(value, false);
    }

    private static String show(BsonValue value, boolean expression) {
        if (value.isDocument()) {
            return document(value.asDocument(), expression);
        }
        if (value.isArray()) {
            return array(value, expression);
        }
        return isConstant(value, expression) ? constant(value) : "?";
    }

    private static String document(BsonDocument document, boolean expression) {
        return document.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\": " + member(entry.getKey(), entry.getValue(), expression))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String member(String name, BsonValue value, boolean expression) {
        if (name.equals("$literal") || name.equals("$match")) {
            return show(value, false);
        }
        boolean constant = STRUCTURAL.contains(name) && !value.isDocument() && !value.isArray();
        return constant ? constant(value) : show(value, expression || OF_EXPRESSIONS.contains(name));
    }

    private static String array(BsonValue value, boolean expression) {
        boolean manyValues = !expression
                && value.asArray().size() > FEW
                && value.asArray().stream().noneMatch(BsonValue::isDocument);
        return manyValues
                ? "[? and " + (value.asArray().size() - 1) + " more]"
                : value.asArray().stream()
                        .map(element -> show(element, expression))
                        .collect(Collectors.joining(", ", "[", "]"));
    }

    /** In expressions, values of users stand below {@code $literal}, and everything else is structure. */
    private static boolean isConstant(BsonValue value, boolean expression) {
        return expression || value.getBsonType() == BsonType.NULL;
    }

    private static String constant(BsonValue value) {
        if (value.isNull()) {
            return "null";
        }
        if (value.isString()) {
            return "\"" + value.asString().getValue() + "\"";
        }
        return value.isBoolean()
                ? Boolean.toString(value.asBoolean().getValue())
                : value.isNumber() ? number(value) : "?";
    }

    private static String number(BsonValue value) {
        return value.isDecimal128()
                ? value.asDecimal128().getValue().toString()
                : Long.toString(value.asNumber().longValue());
    }
}
