package dev.ectype.types.internal.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Reads whole numbers. Every result is a {@link Long} if it fits one and a {@link BigInteger} otherwise. */
public final class Integers {
    /** The longest text of a whole number. */
    public static final int MAX_TEXT = 31;

    /** The widest whole number that is taken from outside, in bits: about 10,000 digits. */
    public static final int MAX_BITS = 33_219;

    private static final int LONG_DIGITS = 18;

    private Integers() {}

    /** Reads a whole number or its text; null for anything else, decimals with a zero fraction included. */
    public static @Nullable Number cast(Object input) {
        return input instanceof String text ? parse(text) : whole(input);
    }

    /** Reads a number that a store returned, of whatever class, if it is whole. */
    public static @Nullable Number load(Object stored) {
        Number whole = whole(stored);
        if (whole != null) {
            return whole;
        }
        BigDecimal decimal = stored instanceof String ? null : Decimals.load(stored);
        return decimal == null ? null : fromDecimal(decimal);
    }

    /** Reads an optional sign and at most {@value #MAX_TEXT} characters of ASCII digits in all; null for other text. */
    public static @Nullable Number parse(String text) {
        int length = text.length();
        if (length == 0 || length > MAX_TEXT) {
            return null;
        }
        int start = isSign(text.charAt(0)) ? 1 : 0;
        if (start == length || !isDigits(text, start, length)) {
            return null;
        }
        return length - start <= LONG_DIGITS ? (Number) Long.parseLong(text) : narrow(new BigInteger(text));
    }

    /** Tells whether all characters from {@code start} up to {@code end} are ASCII digits. */
    public static boolean isDigits(CharSequence text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isSign(char c) {
        return c == '+' || c == '-';
    }

    private static @Nullable Number whole(Object input) {
        if (input instanceof Integer || input instanceof Long || input instanceof Short || input instanceof Byte) {
            return ((Number) input).longValue();
        }
        if (input instanceof AtomicInteger atomic) {
            return (long) atomic.get();
        }
        if (input instanceof AtomicLong atomic) {
            return atomic.get();
        }
        return isBigInteger(input) ? bounded((BigInteger) input) : null;
    }

    // A subclass may answer anything, so only the class itself is believed.
    private static boolean isBigInteger(Object input) {
        return input.getClass() == BigInteger.class;
    }

    private static @Nullable Number bounded(BigInteger big) {
        return big.bitLength() > MAX_BITS ? null : narrow(big);
    }

    private static @Nullable Number fromDecimal(BigDecimal decimal) {
        BigDecimal stripped = decimal.stripTrailingZeros();
        return stripped.scale() > 0 ? null : narrow(stripped.toBigInteger());
    }

    private static Number narrow(BigInteger big) {
        return big.bitLength() < Long.SIZE ? (Number) big.longValue() : big;
    }
}
