package dev.ectype.spi;

import dev.ectype.query.ir.FieldPath;
import org.jspecify.annotations.Nullable;

/**
 * One change of a stored row.
 *
 * @param path what changes
 * @param operation how
 * @param value the neutral operand; null only for {@link Operation#SET}, which then removes the value
 */
public record Assignment(
        FieldPath path, Operation operation, @Nullable Object value) {

    /** How a stored value changes. */
    public enum Operation {
        /** Becomes the operand. */
        SET
    }
}
