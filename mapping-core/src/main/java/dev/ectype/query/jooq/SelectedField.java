package dev.ectype.query.jooq;

import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.query.ir.Operand;
import dev.ectype.schema.Column;
import dev.ectype.schema.Schema;
import dev.ectype.types.LoadException;
import dev.ectype.types.Type;
import java.util.Map;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a query selects: where its value stands in a row, and how it becomes what the user asked for. Immutable.
 *
 * @param token the field as the user wrote it, by which its value is asked for
 * @param name its alias, or its name
 * @param operand where the value comes from
 * @param valueClass the class of the values
 * @param loading turns a neutral value into one of that class
 */
public record SelectedField(
        Field<?> token, String name, Operand operand, Class<?> valueClass, Function<Object, Object> loading) {

    /**
     * Returns what is selected of each row of a schema: a column, a place inside one, or a function of columns.
     *
     * @throws MappingException if it cannot be asked
     */
    public static SelectedField ofRow(Schema<?> schema, Field<?> field) {
        return of(field, new ConditionTranslator(schema)::operand);
    }

    static SelectedField of(Field<?> field, Function<Field<?>, Operand> translation) {
        Field<?> plain = unaliased(field);
        Operand operand = translation.apply(plain);
        String name = field instanceof QOM.FieldAlias<?> alias
                ? alias.$alias().last()
                : plain instanceof Column<?, ?> column ? column.name() : operand.toString();
        Column<?, ?> column = Literals.columnOf(plain);
        return column != null
                ? new SelectedField(field, name, operand, column.type().valueClass(), loading(column, column.type()))
                : new SelectedField(field, name, operand, plain.getType(), value -> ofClass(plain, value));
    }

    static Field<?> unaliased(Field<?> field) {
        return field instanceof QOM.FieldAlias<?> alias ? alias.$field() : field;
    }

    private static <V> Function<Object, Object> loading(Column<?, ?> column, Type<V> type) {
        boolean embedded = Literals.isEmbedded(column);
        return stored -> {
            try {
                return embedded ? type.loadEmbedded(stored) : type.load(stored);
            } catch (LoadException e) {
                throw new MappingException(
                        Kind.DATA,
                        "a stored value does not fit its column: " + e.getMessage(),
                        Map.of("column", column),
                        false,
                        e);
            }
        };
    }

    /** jOOQ says of what class a function is; a number that does not fit is not cut. */
    private static Object ofClass(Field<?> field, Object value) {
        Class<?> wanted = field.getType();
        return value instanceof Number number && !wanted.isInstance(value)
                ? NumberClasses.convert(number, wanted)
                : value;
    }

    /**
     * Tells whether this is what somebody means who asks for a field: the same object, the same place, or a function that
     * jOOQ prints as the same. Printing takes its time, so a function is better kept in a variable.
     */
    public boolean is(Field<?> asked) {
        if (token == asked) {
            return true;
        }
        return unaliased(token) instanceof Column<?, ?> mine
                ? asked instanceof Column<?, ?> other && isSamePlace(mine, other)
                : !(asked instanceof Column) && token.equals(asked);
    }

    private static boolean isSamePlace(Column<?, ?> mine, Column<?, ?> other) {
        return mine.shape() == other.shape()
                && other.elementOf().isEmpty()
                && mine.path().equals(other.path());
    }

    /** Tells whether the values must not be shown. */
    public boolean isRedacted() {
        return Literals.isRedacted(operand);
    }

    /** Returns the value of a neutral one, null for null. */
    public @Nullable Object load(@Nullable Object stored) {
        return stored == null ? null : loading.apply(stored);
    }
}
