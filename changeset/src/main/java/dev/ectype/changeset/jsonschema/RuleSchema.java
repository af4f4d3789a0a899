package dev.ectype.changeset.jsonschema;

import dev.ectype.changeset.Field;
import dev.ectype.changeset.internal.EcmaPattern;
import dev.ectype.changeset.rule.Each;
import dev.ectype.changeset.rule.Format;
import dev.ectype.changeset.rule.Length;
import dev.ectype.changeset.rule.Membership;
import dev.ectype.changeset.rule.NumberRule;
import dev.ectype.changeset.rule.Rule;
import dev.ectype.changeset.rule.Span;
import dev.ectype.changeset.rule.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the schema of one field: its type, and what its rules add. */
final class RuleSchema {

    private RuleSchema() {}

    static Map<String, Object> of(Field<?, ?> field, List<Rule<?>> rules, boolean required) {
        Map<String, Object> schema = TypeSchema.of(field.type());
        for (Rule<?> rule : rules) {
            add(schema, rule);
        }
        if (required && "string".equals(schema.get("type"))) {
            schema.merge("minLength", 1, (one, two) -> Math.max((Integer) one, (Integer) two));
        }
        if (field.settings().isRedacted()) {
            schema.put("writeOnly", true);
        }
        Object value = field.settings().defaultValue();
        if (value instanceof String || value instanceof Boolean || value instanceof Integer || value instanceof Long) {
            schema.put("default", value);
        }
        TypeSchema.withNullItems(schema);
        return required ? schema : TypeSchema.orNull(schema);
    }

    private static void add(Map<String, Object> schema, Rule<?> rule) {
        if (rule instanceof Length length) {
            addLength(schema, length);
        } else if (rule instanceof NumberRule) {
            addBounds(schema, rule.settings());
        } else if (rule instanceof Format format) {
            EcmaPattern.of(format.pattern()).ifPresent(pattern -> addPattern(schema, pattern));
        } else if (rule instanceof Membership<?> membership) {
            addMembership(schema, membership);
        } else if (rule instanceof Each each) {
            addEach(schema, each.rule());
        }
    }

    @SuppressWarnings("unchecked") // the schema of the elements was made by a type
    private static void addEach(Map<String, Object> schema, Rule<?> rule) {
        if (schema.get("items") instanceof Map<?, ?> items) {
            Map<String, Object> element = new LinkedHashMap<>((Map<String, Object>) items);
            add(element, rule);
            schema.put("items", element);
        }
    }

    private static void addPattern(Map<String, Object> schema, String pattern) {
        if (schema.putIfAbsent("pattern", pattern) != null) {
            List<Object> all = new ArrayList<>((List<?>) schema.getOrDefault("allOf", List.of()));
            all.add(Map.of("pattern", pattern));
            schema.put("allOf", all);
        }
    }

    static void addLength(Map<String, Object> schema, List<Rule<?>> rules) {
        rules.forEach(rule -> {
            if (rule instanceof Length length) {
                addLength(schema, length);
            }
        });
    }

    /** A schema counts code points: at least as many as what people see, at most as many as bytes. */
    private static void addLength(Map<String, Object> schema, Length length) {
        boolean text = "string".equals(schema.get("type"));
        boolean map = "object".equals(schema.get("type"));
        String what = text ? "Length" : map ? "Properties" : "Items";
        int least = Math.max(length.exact(), length.least());
        int most = length.exact() >= 0 ? length.exact() : length.most();
        if (least >= 0 && !(text && length.unit() == Unit.BYTES)) {
            schema.merge("min" + what, least, (one, two) -> Math.max((Integer) one, (Integer) two));
        }
        if (most >= 0 && !(text && length.unit() == Unit.GRAPHEMES)) {
            schema.merge("max" + what, most, (one, two) -> Math.min((Integer) one, (Integer) two));
        }
    }

    /** Bounds on a decimal, which may come as text, hold of numbers alone in a schema. */
    private static void addBounds(Map<String, Object> schema, Map<String, Object> bounds) {
        bounds.forEach((kind, number) -> {
            switch (kind) {
                case "less_than" -> schema.put("exclusiveMaximum", number);
                case "greater_than" -> schema.put("exclusiveMinimum", number);
                case "less_than_or_equal_to" -> schema.put("maximum", number);
                case "greater_than_or_equal_to" -> schema.put("minimum", number);
                case "not_equal_to" -> schema.put("not", Map.of("const", number));
                default -> {}
            }
        });
    }

    private static void addMembership(Map<String, Object> schema, Membership<?> membership) {
        if (membership.kind() == Membership.Kind.SUBSET) {
            return;
        }
        if (membership.values() instanceof Span span) {
            addSpan(schema, membership.kind(), span);
        } else if (membership.values() instanceof List<?> values
                && values.stream().allMatch(TypeSchema::isJson)) {
            addValues(schema, membership.kind(), new ArrayList<>(values));
        }
    }

    private static void addSpan(Map<String, Object> schema, Membership.Kind kind, Span span) {
        if (kind == Membership.Kind.INCLUSION && "integer".equals(schema.get("type"))) {
            schema.put("minimum", Math.min(span.first(), span.last()));
            schema.put("maximum", Math.max(span.first(), span.last()));
        }
    }

    private static void addValues(Map<String, Object> schema, Membership.Kind kind, List<Object> values) {
        if (kind == Membership.Kind.INCLUSION) {
            schema.put("enum", values);
        } else {
            schema.put("not", Map.of("enum", values));
        }
    }
}
