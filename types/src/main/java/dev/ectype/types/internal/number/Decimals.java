package dev.ectype.types.internal.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Reads decimals. The bounds keep every later operation cheap: printing or comparing {@code 1E+999999999} in full
 * would otherwise need a gigabyte.
 */
public final class Decimals {
    /** The largest distance of the last digit from the point, on either side. */
    public static final int MAX_EXPONENT = 6144;

    /** The largest number of significant digits in a text. */
    public static final int MAX_TEXT_DIGITS = 34;

    private static final int MAX_TEXT = 2 * MAX_EXPONENT + 64;

    private Decimals() {}

    /** Reads a number or its text; null for anything else, not-a-number and infinities included. */
    public static @Nullable BigDecimal cast(Object input) {
        return input instanceof String text ? parse(text) : load(input);
    }

    /** Reads a number of whatever class; null for what is no finite number or is out of bounds. */
    public static @Nullable BigDecimal load(Object stored) {
        if (stored.getClass() == BigDecimal.class) {
            return bounded((BigDecimal) stored);
        }
        if (stored instanceof Double number) {
            return Floats.toDecimal(number);
        }
        if (stored instanceof Float number) {
            return Floats.toDecimal(number);
        }
        Number whole = stored instanceof String ? null : Integers.cast(stored);
        if (whole == null) {
            return null;
        }
        return whole instanceof BigInteger big ? new BigDecimal(big) : BigDecimal.valueOf(whole.longValue());
    }

    /** Returns the decimal, or null if it is out of bounds. */
    public static @Nullable BigDecimal bounded(BigDecimal decimal) {
        boolean fits = Math.abs((long) decimal.scale()) <= MAX_EXPONENT
                && decimal.unscaledValue().bitLength() <= Integers.MAX_BITS;
        return fits ? decimal : null;
    }

    /**
     * Reads {@code [+-] digits [. digits] [e [+-] digits]}, where the digits on one side of the point may be missing.
     * The scale is kept; at most {@value #MAX_TEXT_DIGITS} significant digits are read.
     */
    public static @Nullable BigDecimal parse(String text) {
        if (text.length() > MAX_TEXT || !isDecimal(text)) {
            return null;
        }
        BigDecimal decimal = toDecimal(text);
        if (decimal == null || Math.abs((long) decimal.scale()) > MAX_EXPONENT) {
            return null;
        }
        return decimal.precision() > MAX_TEXT_DIGITS ? null : decimal;
    }

    static boolean isDecimal(String text) {
        int length = text.length();
        int start = (length > 0 && Integers.isSign(text.charAt(0))) ? 1 : 0;
        int point = skipDigits(text, start);
        int end = (point < length && text.charAt(point) == '.') ? skipDigits(text, point + 1) : point;
        int digits = end - start - (end > point ? 1 : 0);
        return digits > 0 && isExponent(text, end);
    }

    private static boolean isExponent(String text, int from) {
        int length = text.length();
        if (from == length) {
            return true;
        }
        if ((text.charAt(from) | ' ') != 'e') {
            return false;
        }
        int start = (from + 1 < length && Integers.isSign(text.charAt(from + 1))) ? from + 2 : from + 1;
        return start < length && skipDigits(text, start) == length;
    }

    private static int skipDigits(String text, int from) {
        int at = from;
        while (at < text.length() && Integers.isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static @Nullable BigDecimal toDecimal(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException outOfRange) {
            return null; // the shape is right, so only the exponent can be too large
        }
    }
}
