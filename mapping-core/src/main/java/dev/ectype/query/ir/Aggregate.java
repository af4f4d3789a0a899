package dev.ectype.query.ir;

import dev.ectype.types.stored.Storage;
import java.util.Locale;
import java.util.Optional;

/**
 * A number or value computed over the rows of a group. Rows in which the operand is null do not count; over no rows a
 * count is zero and everything else null.
 *
 * @param function which
 * @param operand what is computed over; empty only for a count of rows
 * @param distinct whether equal values count once
 * @param storage the neutral kind of the result
 */
public record Aggregate(Function function, Optional<Operand> operand, boolean distinct, Storage storage) {

    /** The functions. */
    public enum Function {
        /** How many rows, or values. */
        COUNT,
        /** The sum; of integers an integer, of decimals a decimal. */
        SUM,
        /** The mean, a decimal, to 34 digits; of floating point numbers one of them. */
        AVG,
        /** The least. */
        MIN,
        /** The greatest. */
        MAX
    }

    @Override
    public String toString() {
        String of = operand.map(Object::toString).orElse("*");
        return function.name().toLowerCase(Locale.ROOT) + "(" + (distinct ? "distinct " : "") + of + ")";
    }
}
