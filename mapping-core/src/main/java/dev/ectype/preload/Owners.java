package dev.ectype.preload;

import dev.ectype.changeset.Field;
import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.schema.Association;
import dev.ectype.schema.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes owners apart and looks at them once they are put together again. */
public final class Owners {
    private Owners() {}

    static <R> @Nullable Object[] values(Schema<R> schema, R owner) {
        @Nullable Object[] values = new Object[schema.fields().size()];
        for (Field<R, ?> field : schema.fields()) {
            values[field.ordinal()] = schema.get(owner, field);
        }
        return values;
    }

    /**
     * Returns an owner with the value of an association.
     *
     * @throws MappingException if the record has no component for it
     */
    public static <R> R with(Schema<R> schema, R owner, Association<R, ?, ?> association, @Nullable Object value) {
        @Nullable Object[] values = values(schema, owner);
        values[association.ordinal()] = value;
        R filled = schema.build(values);
        requireComponent(schema, filled, association);
        return filled;
    }

    /** Makes sure that what was read is not lost. */
    static <R, V> void requireComponent(Schema<R> schema, R filled, Association<R, ?, V> association) {
        if (!association.isLoaded(schema.get(filled, association))) {
            throw new MappingException(
                    Kind.USAGE,
                    "the record has no component to hold the related records",
                    Map.of("association", association));
        }
    }
}
