package dev.ectype.examples.directory.web.api;

import dev.ectype.changeset.Field;
import dev.ectype.changeset.Relation;
import dev.ectype.changeset.Shape;
import dev.ectype.types.Type;
import dev.ectype.types.stored.Storage;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says a record in the values of JSON, by the names and types of its shape; secrets are left out. */
final class RecordJson {
    private RecordJson() {}

    static <R> Map<String, Object> of(Shape<R> shape, R data) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (Field<R, ?> field : shape.fields()) {
            if (!field.settings().isRedacted()) {
                json.put(field.settings().external().orElse(field.name()), value(field, shape.get(data, field)));
            }
        }
        return json;
    }

    private static @Nullable Object value(Field<?, ?> field, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (field instanceof Relation<?, ?, ?> relation) {
            return related(relation, value);
        }
        if (value instanceof Collection<?> list) {
            Type<?> element = field.type().element().orElseThrow();
            return list.stream()
                    .map(each -> each == null ? null : scalar(element, each))
                    .toList();
        }
        return scalar(field.type(), value);
    }

    private static <E> Object related(Relation<?, E, ?> relation, Object value) {
        Shape<E> shape = relation.related();
        return value instanceof Collection<?> list
                ? list.stream().map(each -> record(shape, each)).toList()
                : record(shape, value);
    }

    @SuppressWarnings("unchecked") // the value is one of the relation's records
    private static <E> Map<String, Object> record(Shape<E> shape, Object value) {
        return of(shape, (E) value);
    }

    @SuppressWarnings("unchecked") // the value is one of the field's type
    private static <V> Object scalar(Type<V> type, Object value) {
        if (value instanceof Number || value instanceof Boolean) {
            return value;
        }
        return type.storage() == Storage.Scalar.TEXT ? type.dump((V) value) : value.toString();
    }
}
