package dev.ectype.changeset.jsonschema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The {@code components/schemas} of an OpenAPI 3.1 document, whose schemas are those of JSON Schema 2020-12. Not safe for use
 * by several threads.
 */
public final class OpenApiSchemas {
    private static final String DEFINITIONS = "#/$defs/";
    private static final String COMPONENTS = "#/components/schemas/";

    private final Map<String, Object> schemas = new LinkedHashMap<>();

    /**
     * Adds a schema under a name; what it defines becomes components of their own, by the name of the definition or, if that
     * is taken by another schema, by both names together.
     *
     * @return a schema that refers to it
     * @throws IllegalArgumentException if there is another schema of that name
     */
    public Map<String, Object> add(String name, Map<String, Object> schema) {
        Map<?, ?> definitions = schema.get("$defs") instanceof Map<?, ?> known ? known : Map.of();
        Map<String, String> names = new LinkedHashMap<>();
        definitions.keySet().forEach(key -> names.put(key.toString(), key.toString()));
        if (definitions.entrySet().stream().anyMatch(definition -> isTaken(definition, names))) {
            names.replaceAll((key, old) -> name + key);
        }
        names.forEach((key, component) -> put(component, moved(definitions.get(key), names)));
        Map<String, Object> own = new LinkedHashMap<>(schema);
        own.keySet().removeAll(List.of("$schema", "$defs"));
        put(name, moved(own, names));
        return Map.of("$ref", COMPONENTS + name);
    }

    private boolean isTaken(Map.Entry<?, ?> definition, Map<String, String> names) {
        Object known = schemas.get(definition.getKey().toString());
        return known != null && !known.equals(moved(definition.getValue(), names));
    }

    private void put(String name, @Nullable Object schema) {
        Object known = schemas.putIfAbsent(name, schema);
        if (known != null && !known.equals(schema)) {
            throw new IllegalArgumentException("there is another schema '" + name + "': give each its own name");
        }
    }

    /** Returns a schema whose references lead to components. */
    private static @Nullable Object moved(@Nullable Object part, Map<String, String> names) {
        if (part instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, value) -> copy.put(key.toString(), moved(value, names)));
            return copy;
        }
        if (part instanceof List<?> list) {
            return list.stream().map(each -> moved(each, names)).toList();
        }
        return part instanceof String text && text.startsWith(DEFINITIONS)
                ? COMPONENTS + names.getOrDefault(text.substring(DEFINITIONS.length()), text)
                : part;
    }

    /** Returns the schemas by name. */
    public Map<String, Object> toMap() {
        return Collections.unmodifiableMap(schemas);
    }
}
