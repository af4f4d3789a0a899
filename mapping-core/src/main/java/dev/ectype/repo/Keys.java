package dev.ectype.repo;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Field;
import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import dev.ectype.schema.Column;
import dev.ectype.schema.Schema;
import java.util.List;
import java.util.Map;

/** The conditions under which one row is written: its key, and what its changeset asks of it. */
final class Keys {
    private Keys() {}

    /** Returns the stored key of a record. */
    static <R> List<Object> of(Schema<R> schema, R data) {
        List<Field<R, ?>> fields = schema.keyFields();
        if (fields.isEmpty()) {
            throw new MappingException(
                    Kind.USAGE,
                    "a record is found by its primary key, and this schema has none; mark its fields with primaryKey()",
                    Map.of("source", schema.asSource()));
        }
        return fields.stream().map(field -> key(schema, data, field)).toList();
    }

    /** Tells whether a changeset is on a record that has a primary key already. */
    static <R> boolean isStored(Changeset<R> changeset) {
        Schema<R> schema = Writer.schemaOf(changeset);
        return changeset
                .data()
                .filter(data -> schema.keyFields().stream().noneMatch(field -> schema.get(data, field) == null))
                .isPresent();
    }

    private static <R, V> Object key(Schema<R> schema, R data, Field<R, V> field) {
        V value = schema.get(data, field);
        if (value == null) {
            throw new MappingException(
                    Kind.USAGE, "this record has no primary key yet; insert it first", Map.of("field", field));
        }
        return field.type().dump(value);
    }

    /** Returns what must hold of the stored record as well, such as the lock value that was read. */
    static List<Predicate> conditions(Changeset<?> changeset) {
        return changeset.filters().entrySet().stream()
                .map(filter -> equal((Column<?, ?>) filter.getKey(), filter.getValue()))
                .toList();
    }

    @SuppressWarnings("unchecked") // a filter's value is one of its field's type
    private static <V> Predicate equal(Column<?, V> column, Object value) {
        Object stored = column.type().dump((V) value);
        Value operand = new Value(stored, column.type().storage(), column.path().redacted());
        return new Predicate.Compare(column.path(), Comparison.EQ, operand);
    }
}
