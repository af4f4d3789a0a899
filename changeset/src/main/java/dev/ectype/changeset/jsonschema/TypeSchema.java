package dev.ectype.changeset.jsonschema;

import dev.ectype.types.Cast;
import dev.ectype.types.Type;
import dev.ectype.types.stored.Storage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the schema of a type: what JSON its values are cast from. */
final class TypeSchema {

    private TypeSchema() {}

    static Map<String, Object> of(Type<?> type) {
        Map<String, Object> schema = new LinkedHashMap<>();
        Collection<?> names = names(type);
        if (names != null) {
            schema.put("enum", new ArrayList<>(names));
            return schema;
        }
        Storage storage = type.storage();
        if (storage instanceof Storage.Scalar scalar) {
            add(schema, scalar, type);
        } else if (storage instanceof Storage.ListOf || storage instanceof Storage.SetOf) {
            schema.put("type", "array");
            type.element().ifPresent(element -> schema.put("items", withNullItems(of(element))));
        } else {
            schema.put("type", "object");
        }
        return schema;
    }

    /** Returns the codes and names of a type of a few values, which tells them when it refuses something, or null. */
    private static @Nullable Collection<?> names(Type<?> type) {
        return type.cast(new Object()) instanceof Cast.Failed<?> failed
                        && failed.path().isEmpty()
                        && failed.arguments().get("enum") instanceof Collection<?> names
                ? withCodes(type, names)
                : null;
    }

    private static <V> Collection<Object> withCodes(Type<V> type, Collection<?> names) {
        Set<Object> all = new LinkedHashSet<>();
        for (Object name : names) {
            if (type.cast(name) instanceof Cast.Ok<V> ok && ok.value() != null) {
                all.add(type.dump(ok.value()));
            }
        }
        all.addAll(names);
        return all;
    }

    /** Lets the elements of a list be null, once all is said about them. */
    @SuppressWarnings("unchecked") // the schema of the elements is made here
    static Map<String, Object> withNullItems(Map<String, Object> schema) {
        if (schema.get("items") instanceof Map<?, ?> items) {
            schema.put("items", orNull(new LinkedHashMap<>((Map<String, Object>) items)));
        }
        return schema;
    }

    /** Lets a value be null. */
    static Map<String, Object> orNull(Map<String, Object> schema) {
        if (schema.containsKey("enum")) {
            List<Object> values = new ArrayList<>((Collection<?>) schema.get("enum"));
            values.add(null);
            schema.put("enum", values);
        }
        Object type = schema.get("type");
        if (type != null) {
            List<Object> types = new ArrayList<>(type instanceof Collection<?> several ? several : List.of(type));
            types.add("null");
            schema.put("type", types);
        }
        return schema;
    }

    private static void add(Map<String, Object> schema, Storage.Scalar storage, Type<?> type) {
        switch (storage) {
            case INT32 -> addInteger(schema, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case INT64 -> addInteger(schema, Long.MIN_VALUE, Long.MAX_VALUE);
            case INTEGER -> schema.put("type", "integer");
            case FLOAT64 -> schema.put("type", "number");
            case DECIMAL -> schema.put("type", List.of("number", "string"));
            case BOOLEAN -> schema.put("type", "boolean");
            case DATE -> addText(schema, "date");
            case INSTANT -> addText(schema, null);
            case UUID -> addText(schema, null);
            case TEXT -> addText(schema, type.name().equals("email") ? "email" : null);
            case TIME, DATE_TIME, DURATION, BINARY -> addText(schema, null);
            case ANY -> {}
        }
    }

    private static void addInteger(Map<String, Object> schema, long least, long most) {
        schema.put("type", "integer");
        schema.put("minimum", least);
        schema.put("maximum", most);
    }

    private static void addText(Map<String, Object> schema, @Nullable String format) {
        schema.put("type", "string");
        if (format != null) {
            schema.put("format", format);
        }
    }

    /** Tells whether a value is written the same in JSON. */
    static boolean isJson(@Nullable Object value) {
        return value == null || value instanceof String || value instanceof Boolean || value instanceof Number;
    }
}
