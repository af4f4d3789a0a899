package dev.ectype.types.internal.number;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** Reads finite 64-bit floating-point numbers, and writes them as the shortest decimal. */
public final class Floats {
    private static final double WHOLE_LIMIT = 0x1p53;
    private static final int SAFE_DIGITS = 15;
    private static final int MAX_DIGITS = 17;

    private Floats() {}

    /** Reads a number or its text; null for anything else, decimals and what is not finite included. */
    public static @Nullable Double cast(Object input) {
        if (input instanceof String text) {
            return isFloat(text) ? finite(Double.parseDouble(text)) : null;
        }
        if (input instanceof Double number) {
            return finite(number);
        }
        if (input instanceof Float number) {
            return widen(number);
        }
        Number whole = Integers.cast(input);
        return whole == null ? null : finite(whole.doubleValue());
    }

    /** Reads a number of whatever class that a 64-bit float can hold without loss. */
    public static @Nullable Double load(Object stored) {
        if (stored instanceof Double number) {
            return finite(number);
        }
        if (stored instanceof Float number) {
            return widen(number);
        }
        BigDecimal decimal = stored instanceof String ? null : Decimals.load(stored);
        if (decimal == null) {
            return null;
        }
        double number = decimal.doubleValue();
        return (Double.isFinite(number) && isSame(number, decimal)) ? number : null;
    }

    /** Returns the shortest decimal that reads back as the number; null if it is not finite. */
    public static @Nullable BigDecimal toDecimal(double number) {
        if (!Double.isFinite(number)) {
            return null;
        }
        return number == 0 ? new BigDecimal("0.0") : layOut(shortest(number), number);
    }

    /** Returns the shortest decimal that reads back as the number; null if it is not finite. */
    public static @Nullable BigDecimal toDecimal(float number) {
        Double wide = widen(number);
        return wide == null ? null : toDecimal(wide);
    }

    // By its decimal digits, as a reader would: 0.1f becomes 0.1 and not 0.10000000149011612.
    private static @Nullable Double widen(float number) {
        return Float.isFinite(number) ? Double.valueOf(Float.toString(number)) : null;
    }

    private static @Nullable Double finite(double number) {
        return Double.isFinite(number) ? number : null;
    }

    private static boolean isSame(double number, BigDecimal decimal) {
        return new BigDecimal(number).compareTo(decimal) == 0
                || shortest(number).compareTo(decimal) == 0;
    }

    // The decimal grammar, but a point has digits on both sides.
    private static boolean isFloat(String text) {
        int point = text.indexOf('.');
        boolean whole = point < 0 || (hasDigit(text, point - 1) && hasDigit(text, point + 1));
        return whole && Decimals.isDecimal(text);
    }

    private static boolean hasDigit(String text, int at) {
        return at >= 0 && at < text.length() && Integers.isDigit(text.charAt(at));
    }

    private static BigDecimal shortest(double number) {
        BigDecimal printed = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        if (printed.precision() <= SAFE_DIGITS && Math.abs(number) >= Double.MIN_NORMAL) {
            return printed;
        }
        BigDecimal exact = new BigDecimal(number);
        for (int digits = 1; digits < MAX_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (rounded.doubleValue() == number) {
                return rounded.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(MAX_DIGITS)).stripTrailingZeros();
    }

    /** Keeps one digit after the point where the number would be printed without an exponent, so 1.0 stays 1.0. */
    private static BigDecimal layOut(BigDecimal digits, double number) {
        if (digits.scale() > 0 || Math.abs(number) >= WHOLE_LIMIT) {
            return digits;
        }
        int zeros = -digits.scale();
        int exponentLength = String.valueOf(digits.precision() + zeros - 1).length();
        int exponentCost = exponentLength + (digits.precision() == 1 ? 3 : 2);
        return zeros + 2 <= exponentCost ? digits.setScale(1) : digits;
    }
}
