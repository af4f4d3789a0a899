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

    /** How a stored value changes. A value that is absent counts as said. */
    public enum Operation {
        /** Becomes the operand; a null operand removes it. */
        SET,
        /** Grows by the operand, a number; an absent value counts as zero. */
        INCREMENT,
        /** Gets the operand as a new last element of a list; an absent list counts as empty. */
        PUSH,
        /** Loses every element equal to the operand; an absent list stays absent. */
        PULL,
        /** Gets the operand as an element unless it has it; an absent list counts as empty. */
        ADD_TO_SET,
        /** Becomes the operand if that is less, or if it is absent. */
        MIN,
        /** Becomes the operand if that is greater, or if it is absent. */
        MAX,
        /** Has elements of a list updated, by an {@link ElementUpdate}; a list that is absent is an error. */
        UPDATE_ELEMENTS
    }

    /** Returns the assignment of a value, or the removal of one. */
    public static Assignment set(FieldPath path, @Nullable Object value) {
        return new Assignment(path, Operation.SET, value);
    }
}
