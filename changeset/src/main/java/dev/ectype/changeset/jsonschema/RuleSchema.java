package dev.ectype.changeset.jsonschema;

import dev.ectype.changeset.Field;
import dev.ectype.changeset.internal.EcmaPattern;
import dev.ectype.changeset.internal.Numbers;
import dev.ectype.changeset.rule.Each;
import dev.ectype.changeset.rule.Format;
import dev.ectype.changeset.rule.Length;
import dev.ectype.changeset.rule.Membership;
import dev.ectype.changeset.rule.NumberRule;
import dev.ectype.changeset.rule.Rule;
import dev.ectype.changeset.rule.Span;
import dev.ectype.changeset.rule.Unit;
import dev.ectype.types.Cast;
import dev.ectype.types.Type;
import dev.ectype.types.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the schema of one field: its type, and what its rules add. */
final class RuleSchema {

    private RuleSchema() {}

    static Map<String, Object> of(Field<?, ?> field, List<Rule<?>> rules, boolean required) {
        Map<String, Object> schema = TypeSchema.of(field.type());
        for (Rule<?> rule : rules) {
            add(schema, rule, field.type());
        }
        if (required && "string".equals(schema.get("type"))) {
            schema.merge("minLength", 1, (one, two) -> Math.max((Integer) one, (Integer) two));
        }
        if (field.settings().isRedacted()) {
            schema.put("writeOnly", true);
        }
        Object value = field.settings().defaultValue();
        if (!field.settings().isRedacted() && isPlain(value)) {
            schema.put("default", value);
        }
        TypeSchema.withNullItems(schema);
        return required ? schema : TypeSchema.orNull(schema);
    }

    private static boolean isPlain(@Nullable Object value) {
        return value instanceof String || value instanceof Boolean || value instanceof Integer || value instanceof Long;
    }

    private static void add(Map<String, Object> schema, Rule<?> rule, Type<?> type) {
        if (rule instanceof Length length) {
            addLength(schema, length, type);
        } else if (rule instanceof NumberRule) {
            addBounds(schema, rule.settings());
        } else if (rule instanceof Format format) {
            EcmaPattern.of(format.pattern()).ifPresent(pattern -> addPattern(schema, pattern));
        } else if (rule instanceof Membership<?> membership) {
            addMembership(schema, membership, type);
        } else if (rule instanceof Each each) {
            addEach(schema, each.rule(), type);
        }
    }

    @SuppressWarnings("unchecked") // the schema of the elements was made by a type
    private static void addEach(Map<String, Object> schema, Rule<?> rule, Type<?> type) {
        if (schema.get("items") instanceof Map<?, ?> items) {
            Map<String, Object> element = new LinkedHashMap<>((Map<String, Object>) items);
            type.element().ifPresent(elements -> add(element, rule, elements));
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

    static void addLength(Map<String, Object> schema, List<Rule<?>> rules, Type<?> type) {
        rules.forEach(rule -> {
            if (rule instanceof Length length) {
                addLength(schema, length, type);
            }
        });
    }

    /**
     * A schema counts code points: at least as many as what people see, at most as many as bytes. Bytes as base64 are longer
     * texts, and a list may say an element of a set twice.
     */
    private static void addLength(Map<String, Object> schema, Length length, Type<?> type) {
        boolean text = type.valueClass() == String.class || type.equals(Types.binary());
        if (!text && "string".equals(schema.get("type"))) {
            return;
        }
        String what = text ? "Length" : type.valueClass() == Map.class ? "Properties" : "Items";
        int least = Math.max(length.exact(), length.least());
        int most = length.exact() >= 0 ? length.exact() : length.most();
        if (least >= 0 && !(text && length.unit() == Unit.BYTES)) {
            schema.merge("min" + what, least, (one, two) -> Math.max((Integer) one, (Integer) two));
        }
        if (most >= 0 && !(text && length.unit() == Unit.GRAPHEMES) && type.valueClass() != Set.class) {
            schema.merge("max" + what, most, (one, two) -> Math.min((Integer) one, (Integer) two));
        }
    }

    /** Bounds on a decimal, which may come as text, hold of numbers alone in a schema. */
    private static void addBounds(Map<String, Object> schema, Map<String, Object> bounds) {
        bounds.forEach((kind, number) -> {
            switch (kind) {
                case "less_than" -> schema.merge("exclusiveMaximum", number, RuleSchema::least);
                case "greater_than" -> schema.merge("exclusiveMinimum", number, RuleSchema::most);
                case "less_than_or_equal_to" -> schema.merge("maximum", number, RuleSchema::least);
                case "greater_than_or_equal_to" -> schema.merge("minimum", number, RuleSchema::most);
                case "not_equal_to" -> schema.put("not", Map.of("const", number));
                default -> {}
            }
        });
    }

    private static Object least(Object one, Object two) {
        return Numbers.compare((Number) one, (Number) two) <= 0 ? one : two;
    }

    private static Object most(Object one, Object two) {
        return Numbers.compare((Number) one, (Number) two) >= 0 ? one : two;
    }

    private static void addMembership(Map<String, Object> schema, Membership<?> membership, Type<?> type) {
        if (membership.kind() == Membership.Kind.SUBSET) {
            return;
        }
        if (schema.get("enum") instanceof List<?> known) {
            schema.put(
                    "enum",
                    known.stream()
                            .filter(each -> allows(membership, each, type))
                            .toList());
        } else if (membership.values() instanceof Span span) {
            addSpan(schema, membership.kind(), span);
        } else if (membership.values() instanceof List<?> all) {
            List<?> values = all.stream().filter(Objects::nonNull).toList();
            if (values.stream().allMatch(value -> isSaid(value, type))) {
                addValues(schema, membership.kind(), values);
            }
        }
    }

    /** Tells whether a value of a type is the same in JSON; numbers without a type are equal in JSON, and not by Java's classes. */
    private static boolean isSaid(Object value, Type<?> type) {
        return TypeSchema.isJson(value)
                && type.valueClass().isInstance(value)
                && !(value instanceof Number && type.valueClass() == Object.class);
    }

    /** Tells whether a rule allows the value of which a document says the code or the name. */
    @SuppressWarnings("unchecked") // the rule is one on the values of the type
    private static <V> boolean allows(Membership<?> membership, Object said, Type<V> type) {
        return type.cast(said) instanceof Cast.Ok<V> ok
                && ok.value() != null
                && ((Membership<V>) membership).check(ok.value(), type) == null;
    }

    private static void addSpan(Map<String, Object> schema, Membership.Kind kind, Span span) {
        if (kind == Membership.Kind.INCLUSION && "integer".equals(schema.get("type"))) {
            schema.merge("minimum", Math.min(span.first(), span.last()), RuleSchema::most);
            schema.merge("maximum", Math.max(span.first(), span.last()), RuleSchema::least);
        }
    }

    /** A decimal may come as text, of which a list of numbers says nothing. */
    private static void addValues(Map<String, Object> schema, Membership.Kind kind, List<?> values) {
        if (kind == Membership.Kind.INCLUSION && schema.get("type") instanceof List<?>) {
            schema.put("if", Map.of("type", "number"));
            schema.put("then", Map.of("enum", values));
        } else if (kind == Membership.Kind.INCLUSION) {
            schema.put("enum", values);
        } else {
            schema.put("not", Map.of("enum", values));
        }
    }
}
