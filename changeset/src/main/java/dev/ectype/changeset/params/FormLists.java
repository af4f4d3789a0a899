package dev.ectype.changeset.params;

import dev.ectype.changeset.Field;
import dev.ectype.changeset.OneOf;
import dev.ectype.changeset.Relation;
import dev.ectype.changeset.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Wraps the single values of fields that take lists: a form with one box ticked sends one value. */
final class FormLists {

    private FormLists() {}

    static Map<String, Object> of(Map<String, Object> params, Shape<?> shape) {
        if (Params.isInvalid(params)) {
            return params;
        }
        Map<String, Object> wrapped = new LinkedHashMap<>(params);
        for (Field<?, ?> field : shape.fields()) {
            String name = field.settings().external().orElse(field.name());
            Object value = wrapped.get(name);
            if (value != null) {
                wrapped.put(name, of(value, field));
            }
        }
        return wrapped;
    }

    private static Object of(Object value, Field<?, ?> field) {
        if (field instanceof Relation<?, ?, ?> relation) {
            return below(value, relation);
        }
        return value instanceof String && field.type().element().isPresent() ? List.of(value) : value;
    }

    private static Object below(Object value, Relation<?, ?, ?> relation) {
        if (value instanceof List<?> list) {
            List<Object> all = new ArrayList<>();
            list.forEach(each -> all.add(record(each, relation)));
            return all;
        }
        if (!relation.isMany() || !(value instanceof Map<?, ?> numbered)) {
            return record(value, relation);
        }
        Map<String, Object> all = new LinkedHashMap<>();
        numbered.forEach((key, each) -> all.put(String.valueOf(key), record(each, relation)));
        return all;
    }

    private static Object record(Object value, Relation<?, ?, ?> relation) {
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        Map<String, Object> params = new LinkedHashMap<>();
        map.forEach((key, each) -> params.put(String.valueOf(key), each));
        Shape<?> shape = shape(relation.related(), params);
        return shape == null ? params : of(params, shape);
    }

    /** Returns the shape of a record, that of the kind which its params name where there are several; null if they name none. */
    private static @Nullable Shape<?> shape(Shape<?> related, Map<String, ?> params) {
        if (!(related instanceof OneOf<?> kinds)) {
            return related;
        }
        return params.get(kinds.tag()) instanceof String kind
                ? kinds.shape(kind).orElse(null)
                : null;
    }
}
