package dev.ectype.query.eval;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers of different classes compared by their exact mathematical value. */
final class Numbers {
    private static final double TWO_TO_63 = 0x1p63;
    private static final int DIGITS_OF_LONG = 19;

    private Numbers() {}

    static int compare(Number left, Number right) {
        if (isLong(left) && isLong(right)) {
            return Long.compare(left.longValue(), right.longValue());
        }
        if (left instanceof Double l) {
            return compareDouble(l, right);
        }
        return right instanceof Double r ? -compareDouble(r, left) : exact(left).compareTo(exact(right));
    }

    static boolean equal(Number left, Number right) {
        return compare(left, right) == 0;
    }

    /** Returns an object whose {@code equals} and {@code hashCode} are those of the number's value. */
    static Object canonical(Number number) {
        if (isLong(number)) {
            return number.longValue();
        }
        if (isNotFinite(number)) {
            return number;
        }
        BigDecimal plain = exact(number).stripTrailingZeros();
        return fitsLong(plain) ? (Object) plain.longValueExact() : plain;
    }

    /** Returns the same value as a decimal; the number must be finite. */
    static BigDecimal exact(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        if (number instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        return isLong(number) ? BigDecimal.valueOf(number.longValue()) : new BigDecimal(number.doubleValue());
    }

    static boolean isLong(Number number) {
        return number instanceof Integer || number instanceof Long;
    }

    static boolean isInteger(Number number) {
        return isLong(number) || number instanceof BigInteger;
    }

    private static boolean isNotFinite(Number number) {
        return number instanceof Double value && !Double.isFinite(value);
    }

    /** Reads no digits of a number too large, whose integer part would be as long as its exponent says. */
    private static boolean fitsLong(BigDecimal plain) {
        return plain.scale() <= 0
                && (long) plain.precision() - plain.scale() <= DIGITS_OF_LONG
                && plain.toBigInteger().bitLength() < Long.SIZE;
    }

    private static int compareDouble(double left, Number right) {
        if (right instanceof Double r) {
            return left == r ? 0 : Double.compare(left, r);
        }
        if (!Double.isFinite(left)) {
            return left == Double.NEGATIVE_INFINITY ? -1 : 1;
        }
        return isLong(right)
                ? compareDoubleToLong(left, right.longValue())
                : new BigDecimal(left).compareTo(exact(right));
    }

    private static int compareDoubleToLong(double left, long right) {
        if (left >= TWO_TO_63 || left < -TWO_TO_63) {
            return left > 0 ? 1 : -1;
        }
        long whole = (long) left;
        if (whole != right) {
            return Long.compare(whole, right);
        }
        return left == whole ? 0 : left < whole ? -1 : 1;
    }
}
