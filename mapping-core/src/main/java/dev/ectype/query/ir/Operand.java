package dev.ectype.query.ir;

import dev.ectype.types.stored.Storage;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Something with a value for each row: a field, a constant, or a function of them. */
public sealed interface Operand permits FieldPath, Value, Operand.Call {

    /** Returns the neutral kind of the value. */
    Storage storage();

    /** Calls the method of the visitor that fits. */
    <R> R accept(Visitor<R> visitor);

    /** The functions, each unknown (null) when a part that it needs is null. */
    enum Function {
        /** Lower case of a text by Unicode's root locale. */
        LOWER,
        /** Upper case of a text by Unicode's root locale. */
        UPPER,
        /** The number of code points of a text. */
        LENGTH,
        /** The first part that is not null. */
        COALESCE,
        /** Sum of two numbers. */
        ADD,
        /** Difference of two numbers. */
        SUBTRACT,
        /** Product of two numbers. */
        MULTIPLY,
        /** Quotient of two numbers; null when the divisor is zero. Integers divide to an integer, towards zero. */
        DIVIDE,
        /** Remainder of two integers, with the sign of the dividend; null when the divisor is zero. */
        MODULO,
        /** The negated number. */
        NEGATE
    }

    /**
     * A function applied to operands.
     *
     * @param function which
     * @param arguments its arguments
     * @param storage the neutral kind of the result; that of arithmetic holds what comes of both arguments, as a long integer does the sum of
     *     two of 32 bits
     */
    record Call(Function function, List<Operand> arguments, Storage storage) implements Operand {
        /** Copies the arguments. */
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.call(this);
        }

        @Override
        public String toString() {
            return function.name().toLowerCase(Locale.ROOT)
                    + arguments.stream().map(Object::toString).collect(Collectors.joining(", ", "(", ")"));
        }
    }

    /**
     * One method for each kind of operand.
     *
     * @param <R> what the methods return
     */
    interface Visitor<R> {
        /** Visits a field. */
        R field(FieldPath field);

        /** Visits a constant. */
        R value(Value value);

        /** Visits a function. */
        R call(Call call);
    }
}
