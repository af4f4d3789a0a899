package dev.ectype.changeset.jsonschema;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.OneOf;
import dev.ectype.changeset.Relation;
import dev.ectype.changeset.Validation;
import dev.ectype.changeset.rule.Confirmation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the schema of one changeset; related records become definitions, since a record may contain its own kind. */
final class SchemaWriter {
    private final boolean closed;
    private final Map<String, Object> definitions = new LinkedHashMap<>();
    private final Map<Relation<?, ?, ?>, String> names = new HashMap<>();

    SchemaWriter(boolean closed) {
        this.closed = closed;
    }

    Map<String, Object> definitions() {
        return definitions;
    }

    <R> Map<String, Object> record(Changeset<R> changeset) {
        Map<String, Object> properties = new LinkedHashMap<>();
        Set<String> required = new LinkedHashSet<>();
        for (Field<R, ?> field : changeset.permitted()) {
            boolean needed = changeset.required().contains(field);
            properties.put(name(field), RuleSchema.of(field, changeset.validations(field), needed));
            if (needed
                    && field.settings().defaultValue() == null
                    && changeset.data().isEmpty()) {
                required.add(name(field));
            }
        }
        for (Relation<R, ?, ?> relation : changeset.castRelations()) {
            boolean needed = changeset.required().contains(relation);
            properties.put(name(relation), relation(changeset, relation, needed));
            if (needed && changeset.data().isEmpty()) {
                required.add(name(relation));
            }
        }
        fromParams(changeset, properties, required);
        if (closed) {
            changeset.knownParams().forEach(name -> properties.putIfAbsent(name, Map.of()));
        }
        return object(properties, required);
    }

    private Map<String, Object> object(Map<String, Object> properties, Set<String> required) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", List.copyOf(required));
        }
        if (closed) {
            schema.put("additionalProperties", false);
        }
        return schema;
    }

    private static String name(Field<?, ?> field) {
        return field.settings().external().orElse(field.name());
    }

    private static void fromParams(Changeset<?> changeset, Map<String, Object> properties, Set<String> required) {
        for (Validation validation : changeset.validations()) {
            if (validation.rule().name().equals("acceptance")) {
                properties.put(validation.field(), Map.of("enum", List.of(true, "true", "1")));
                required.add(validation.field());
            } else if (validation.rule() instanceof Confirmation confirmation) {
                String repeated = param(changeset, validation.field()) + "_confirmation";
                properties.putIfAbsent(repeated, Map.of());
                if (confirmation.missing() != null) {
                    required.add(repeated);
                }
            }
        }
    }

    private static String param(Changeset<?> changeset, String field) {
        return changeset.shape().fields().stream()
                .filter(known -> known.name().equals(field))
                .findFirst()
                .map(SchemaWriter::name)
                .orElse(field);
    }

    private <R, E> Map<String, Object> relation(Changeset<R> changeset, Relation<R, E, ?> relation, boolean needed) {
        String name = names.get(relation);
        if (name == null) {
            name = unusedName(relation.related().name());
            names.put(relation, name);
            definitions.put(name, Map.of());
            definitions.put(name, related(changeset.blank(relation), relation));
        }
        Map<String, Object> reference = Map.of("$ref", "#/$defs/" + name);
        if (!relation.isMany()) {
            return needed ? reference : Map.of("anyOf", List.of(reference, Map.of("type", "null")));
        }
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("type", "array");
        list.put("items", reference);
        if (needed) {
            list.put("minItems", 1);
        }
        RuleSchema.addLength(list, changeset.validations(relation), relation.type());
        return list;
    }

    private String unusedName(String name) {
        String unused = name;
        for (int i = 2; definitions.containsKey(unused); i++) {
            unused = name + i;
        }
        return unused;
    }

    private <E> Object related(Map<String, Changeset<E>> blanks, Relation<?, E, ?> relation) {
        if (!(relation.related() instanceof OneOf<E> kinds)) {
            return record(blanks.values().iterator().next());
        }
        List<Object> all = new ArrayList<>();
        blanks.forEach((value, changeset) -> all.add(tagged(record(changeset), kinds.tag(), value)));
        return Map.of("oneOf", all);
    }

    @SuppressWarnings("unchecked") // the schema of a record is made here
    private static Map<String, Object> tagged(Map<String, Object> schema, String tag, String value) {
        Map<String, Object> tagged = new LinkedHashMap<>(schema);
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(tag, Map.of("const", value));
        properties.putAll((Map<String, Object>) schema.get("properties"));
        properties.put(tag, Map.of("const", value)); // whatever a field of that name may hold
        tagged.put("properties", properties);
        Set<String> required = new LinkedHashSet<>();
        required.add(tag);
        required.addAll((List<String>) schema.getOrDefault("required", List.of()));
        tagged.put("required", List.copyOf(required));
        return tagged;
    }
}
