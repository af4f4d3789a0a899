package dev.ectype.changeset.vectors;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Relation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The functions that update_change is given. */
final class VectorFunctions {
    private VectorFunctions() {}

    static Changeset<Map<String, Object>> update(
            Changeset<Map<String, Object>> changeset, VectorShapes shapes, VectorOp op) {
        if (!shapes.has(op.field())) {
            return changeset;
        }
        Object function = op.get("fn");
        if (shapes.isEmbed(op.field())) {
            return updateEmbed(changeset, shapes, op);
        }
        return changeset.update(
                shapes.field(op.field()),
                value -> function instanceof Map<?, ?> constant
                        ? shapes.value(op.field(), constant.get("const"))
                        : apply((String) function, value));
    }

    private static Changeset<Map<String, Object>> updateEmbed(
            Changeset<Map<String, Object>> changeset, VectorShapes shapes, VectorOp op) {
        Object function = op.get("fn");
        Relation<Map<String, Object>, Map<String, Object>, ?> relation = shapes.relation(op.field());
        if (function instanceof Map<?, ?> || function.equals("to_null")) {
            Object given = function instanceof Map<?, ?> constant ? constant.get("const") : null;
            return changeset.hasChange(relation)
                    ? changeset.putRelated(relation, VectorEmbeds.given(shapes, op.field(), given))
                    : changeset;
        }
        return changeset.updateRelated(relation, children -> {
            List<Changeset<Map<String, Object>>> list = new ArrayList<>(children);
            if (function.equals("reverse_list")) {
                Collections.reverse(list);
            }
            return list;
        });
    }

    private static Object apply(String function, Object value) {
        return switch (function) {
            case "upcase" -> upcase(value);
            case "downcase" -> downcase(value);
            case "increment" -> value == null ? null : plus(value, 1);
            case "double" -> value == null ? null : twice(value);
            case "reverse_list" -> reversed(value);
            case "to_null" -> null;
            case "same" -> value;
            default -> throw new AssertionError("unknown function " + function);
        };
    }

    private static Object upcase(Object value) {
        if (!(value instanceof String text)) {
            return value;
        }
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> out.append((char) (c >= 'a' && c <= 'z' ? c - 32 : c)));
        return out.toString();
    }

    private static Object downcase(Object value) {
        if (!(value instanceof String text)) {
            return value;
        }
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> out.append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c)));
        return out.toString();
    }

    private static Object plus(Object value, int more) {
        if (value instanceof BigInteger integer) {
            return integer.add(BigInteger.valueOf(more));
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.add(BigDecimal.valueOf(more));
        }
        return value instanceof Double number ? number + more : value;
    }

    private static Object twice(Object value) {
        if (value instanceof BigInteger integer) {
            return integer.shiftLeft(1);
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.multiply(BigDecimal.valueOf(2));
        }
        return value instanceof Double number ? number * 2 : value;
    }

    private static Object reversed(Object value) {
        if (!(value instanceof List<?> elements)) {
            return value;
        }
        List<Object> list = new ArrayList<>(elements);
        Collections.reverse(list);
        return list;
    }
}
