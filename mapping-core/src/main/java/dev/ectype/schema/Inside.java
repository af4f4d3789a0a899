package dev.ectype.schema;

import dev.ectype.changeset.Field;
import dev.ectype.changeset.FieldDefinition;
import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.types.Type;
import dev.ectype.types.stored.Storage;
import java.util.Map;

/** Makes the columns of places inside a field. */
final class Inside {
    private Inside() {}

    /** Returns a field of the record that stands in a column. */
    static <R, E, V> Column<R, V> field(Column<R, E> outer, Field<E, V> inner) {
        FieldDefinition<R, V> definition = definition(outer, outer.name() + "." + inner.name(), inner.type());
        return new Column<>(definition, () -> Paths.below(outer.path(), inner));
    }

    /** Returns a field of an element, as a condition on the elements of a column of lists names it. */
    static <R, E, V> Column<R, V> elementField(Column<R, ?> list, Field<E, V> inner) {
        FieldDefinition<R, V> definition = definition(list, list.name() + "." + inner.name(), inner.type());
        boolean redacted = list.settings().isRedacted();
        return new Column<>(
                definition, () -> Paths.below(FieldPath.self(inner.type().storage(), redacted), inner));
    }

    static <R> Column<R, ?> at(Column<R, ?> list, int position) {
        Type<?> element = list.type().element().orElseThrow(() -> misuse(list, "list", "at(position)"));
        return element(list, element, position);
    }

    private static <R, E> Column<R, E> element(Column<R, ?> list, Type<E> type, int position) {
        FieldDefinition<R, E> definition = definition(list, list.name() + "." + position, type);
        return new Column<>(
                definition, () -> Paths.below(list.path(), new FieldPath.Position(position), type.storage()));
    }

    static <R, E> Column<R, E> key(Column<R, ?> map, String key, Type<E> type) {
        if (!(map.type().storage() instanceof Storage.MapOf)) {
            throw misuse(map, "map", "key(name, type)");
        }
        FieldDefinition<R, E> definition = definition(map, map.name() + "." + key, type);
        return new Column<>(definition, () -> Paths.below(map.path(), new FieldPath.Key(key), type.storage()));
    }

    private static <R, V> FieldDefinition<R, V> definition(Column<R, ?> outer, String name, Type<V> type) {
        return new FieldDefinition<>(outer.shape(), name, type, Column.INSIDE, outer.settings());
    }

    private static MappingException misuse(Column<?, ?> column, String needed, String call) {
        return new MappingException(
                Kind.USAGE,
                "this column does not hold a " + needed,
                Map.of("column", column, "type", column.type().name(), "call", call));
    }
}
