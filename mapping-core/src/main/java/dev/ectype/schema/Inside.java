package dev.ectype.schema;

import dev.ectype.changeset.Field;
import dev.ectype.changeset.FieldDefinition;
import dev.ectype.changeset.FieldOptions;
import dev.ectype.changeset.FieldSettings;
import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.types.Type;
import dev.ectype.types.stored.Storage;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the columns of places inside a field. */
final class Inside {
    private Inside() {}

    /** Returns a field of the record that stands in a column. */
    static <R, E, V> Column<R, V> field(Column<R, E> outer, Field<E, V> inner) {
        return column(outer, inner, () -> Paths.below(outer.path(), inner), listOf(outer));
    }

    /** Returns a field of an element, as a condition on the elements of a column of lists names it. */
    static <R, E, V> Column<R, V> elementField(Column<R, ?> list, Field<E, V> inner) {
        FieldPath self = FieldPath.self(list.type().storage(), isRedacted(list));
        return column(list, inner, () -> Paths.below(self, inner), list);
    }

    private static <R, V> Column<R, V> column(
            Column<R, ?> outer, Field<?, V> inner, Supplier<FieldPath> finder, @Nullable Column<?, ?> list) {
        boolean redacted = isRedacted(outer) || inner.settings().isRedacted();
        FieldSettings settings = redacted ? FieldOptions.redacted().addTo(outer.settings()) : outer.settings();
        String name = outer.name() + "." + inner.name();
        return new Column<>(
                new FieldDefinition<>(outer.shape(), name, inner.type(), Column.INSIDE, settings),
                finder,
                DataTypes.of(inner.type(), redacted),
                list);
    }

    /** Returns the element of a list or set itself. */
    static <R, E> Column<R, E> element(Column<R, ?> list, Type<E> type) {
        if (list.type().element().isEmpty()) {
            throw misuse(list, "list or set", "element(type)");
        }
        FieldPath self = FieldPath.self(type.storage(), isRedacted(list));
        return column(list, definition(list, "element", type), () -> self, list);
    }

    static <R, E> Column<R, E> at(Column<R, ?> list, int position, Type<E> type) {
        if (!(list.type().storage() instanceof Storage.ListOf) || position < 0) {
            throw misuse(list, "list with positions from zero", "at(position, type)");
        }
        Supplier<FieldPath> finder = () -> Paths.below(list.path(), new FieldPath.Position(position), type.storage());
        return column(list, definition(list, Integer.toString(position), type), finder, listOf(list));
    }

    static <R, E> Column<R, E> key(Column<R, ?> map, String key, Type<E> type) {
        if (!(map.type().storage() instanceof Storage.MapOf)) {
            throw misuse(map, "map", "key(name, type)");
        }
        Supplier<FieldPath> finder = () -> Paths.below(map.path(), new FieldPath.Key(key), type.storage());
        return column(map, definition(map, key, type), finder, listOf(map));
    }

    private static <R, E> Column<R, E> column(
            Column<R, ?> outer,
            FieldDefinition<R, E> definition,
            Supplier<FieldPath> finder,
            @Nullable Column<?, ?> list) {
        return new Column<>(definition, finder, DataTypes.of(definition.type(), isRedacted(outer)), list);
    }

    /** A place inside an element is a place of that element too. */
    private static @Nullable Column<?, ?> listOf(Column<?, ?> outer) {
        return outer.elementOf().orElse(null);
    }

    private static boolean isRedacted(Column<?, ?> outer) {
        return outer.settings().isRedacted();
    }

    private static <R, V> FieldDefinition<R, V> definition(Column<R, ?> outer, String step, Type<V> type) {
        String name = outer.name() + "." + step;
        return new FieldDefinition<>(outer.shape(), name, type, Column.INSIDE, outer.settings());
    }

    private static MappingException misuse(Column<?, ?> column, String needed, String call) {
        return new MappingException(
                Kind.USAGE,
                "this column does not hold a " + needed,
                Map.of("column", column, "type", column.type().name(), "call", call));
    }
}
