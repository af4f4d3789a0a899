package dev.ectype.changeset.params;

import dev.ectype.changeset.Field;
import dev.ectype.changeset.OneOf;
import dev.ectype.changeset.Relation;
import dev.ectype.changeset.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says the default, or null, of every field that params leave out, at any depth of records. */
final class WholeParams {

    private WholeParams() {}

    static Map<String, Object> of(Map<String, ?> params, Shape<?> shape) {
        if (Params.isInvalid(params)) {
            return Params.invalid();
        }
        return record(params, shape);
    }

    private static Map<String, Object> record(Map<?, ?> params, Shape<?> shape) {
        Map<String, Object> whole = new LinkedHashMap<>();
        params.forEach((name, value) -> whole.put(String.valueOf(name), value));
        for (Field<?, ?> field : shape.fields()) {
            if (!field.settings().isPrimaryKey()) {
                String name = field.settings().external().orElse(field.name());
                boolean said = whole.containsKey(name);
                whole.put(name, said ? value(whole.get(name), field) : initial(field));
            }
        }
        return whole;
    }

    private static @Nullable Object initial(Field<?, ?> field) {
        return field instanceof Relation<?, ?, ?> relation && relation.isMany()
                ? List.of()
                : field.settings().defaultValue();
    }

    private static @Nullable Object value(@Nullable Object value, Field<?, ?> field) {
        if (!(field instanceof Relation<?, ?, ?> relation) || relation.related() instanceof OneOf<?>) {
            return value;
        }
        if (!relation.isMany()) {
            return related(value, relation);
        }
        return value instanceof List<?> list
                ? list.stream().map(each -> related(each, relation)).toList()
                : value;
    }

    private static @Nullable Object related(@Nullable Object value, Relation<?, ?, ?> relation) {
        return value instanceof Map<?, ?> map ? record(map, relation.related()) : value;
    }
}
