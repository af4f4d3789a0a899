package dev.ectype.query;

import dev.ectype.changeset.Field;
import dev.ectype.changeset.Shape;
import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.schema.Column;
import dev.ectype.schema.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds columns by names that come as text, such as what a request wants to be sorted by. */
public final class Columns {
    private Columns() {}

    /**
     * Returns the column of a name; names joined by dots lead into embedded records. Let a request choose among the names
     * that you list, since every stored column can be named here.
     *
     * @throws MappingException if there is none, with the one that may have been meant
     */
    public static <R> Column<R, ?> named(Schema<R> schema, String name) {
        String[] steps = name.split("\\.", -1);
        Column<R, ?> column = (Column<R, ?>) field(schema, steps[0]);
        Shape<?> inside = related(column);
        for (int i = 1; i < steps.length; i++) {
            if (inside == null) {
                throw new MappingException(
                        Kind.USAGE,
                        "this column holds no embedded record, so nothing in it has a name",
                        Map.of("column", column, "asked", name));
            }
            Field<?, ?> inner = field(inside, steps[i]);
            column = inside(column, inner);
            inside = related(inner);
        }
        return column;
    }

    private static <S> Field<S, ?> field(Shape<S> shape, String name) {
        try {
            return shape.require(name);
        } catch (IllegalArgumentException unknown) {
            throw new MappingException(
                    Kind.USAGE, String.valueOf(unknown.getMessage()), Map.of("record", shape.name()), false, unknown);
        }
    }

    @SuppressWarnings("unchecked") // the field is one of the record that stands in the column
    private static <R, E, V> Column<R, V> inside(Column<R, ?> column, Field<?, V> inner) {
        return ((Column<R, E>) column).get((Field<E, V>) inner);
    }

    private static @Nullable Shape<?> related(Field<?, ?> field) {
        return field instanceof dev.ectype.changeset.EmbedsOne<?, ?> embed ? embed.related() : null;
    }
}
