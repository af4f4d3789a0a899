package dev.ectype.changeset.internal;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Compares numbers of different classes by value. */
public final class Numbers {

    private Numbers() {}

    /** Tells whether two values are the same whole number in whatever integer classes. */
    public static boolean sameInteger(@Nullable Object left, @Nullable Object right) {
        return left instanceof Number a
                && right instanceof Number b
                && isInteger(a)
                && isInteger(b)
                && decimal(a).compareTo(decimal(b)) == 0;
    }

    /** Tells whether two values are the same number, of whatever classes but decimals, which are equal to decimals alone. */
    public static boolean sameBinary(Object left, Object right) {
        return left instanceof Number a
                && right instanceof Number b
                && !(left instanceof BigDecimal)
                && !(right instanceof BigDecimal)
                && compare(a, b) == 0;
    }

    /** Compares two numbers: by what their texts say if one is a decimal, otherwise exactly. */
    public static int compare(Number left, Number right) {
        if (isLong(left) && isLong(right)) {
            return Long.compare(left.longValue(), right.longValue());
        }
        if (left instanceof Double a && right instanceof Double b) {
            return a.doubleValue() == b.doubleValue() ? 0 : Double.compare(a, b);
        }
        if (left instanceof BigDecimal || right instanceof BigDecimal) {
            return decimal(left).compareTo(decimal(right));
        }
        return exact(left).compareTo(exact(right));
    }

    private static boolean isLong(Number number) {
        return number instanceof Integer || number instanceof Long;
    }

    private static BigDecimal exact(Number number) {
        return number instanceof Double || number instanceof Float
                ? new BigDecimal(number.doubleValue())
                : decimal(number);
    }

    /** Tells whether a value is of a class of whole numbers. */
    public static boolean isInteger(@Nullable Object value) {
        return value instanceof Integer
                || value instanceof Long
                || value instanceof BigInteger
                || value instanceof Short
                || value instanceof Byte;
    }

    /** Returns a number as the decimal that its text says. */
    public static BigDecimal decimal(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        if (number instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        return number instanceof Double || number instanceof Float
                ? new BigDecimal(number.toString())
                : BigDecimal.valueOf(number.longValue());
    }
}
