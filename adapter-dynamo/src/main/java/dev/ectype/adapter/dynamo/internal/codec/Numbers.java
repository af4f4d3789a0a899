package dev.ectype.adapter.dynamo.internal.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as the store holds them: decimal, up to 38 digits, from 1E-130 to less than 1E+126. */
final class Numbers {
    private static final int DIGITS = 38;
    private static final int LEAST_EXPONENT = -130;
    private static final int GREATEST_EXPONENT = 125;

    /** The value of the greatest number that the store holds. */
    static final BigDecimal GREATEST = new BigDecimal(BigInteger.TEN.pow(DIGITS).subtract(BigInteger.ONE), -88);

    private Numbers() {}

    /**
     * Returns the text of a number.
     *
     * @throws Unstorable if it does not fit
     */
    static String text(Number number) {
        if (number instanceof Integer || number instanceof Long) {
            return number.toString();
        }
        if (number instanceof Double real) {
            return real(real);
        }
        return number instanceof BigInteger integer ? decimal(new BigDecimal(integer)) : decimal((BigDecimal) number);
    }

    private static String real(double real) {
        if (!Double.isFinite(real)) {
            throw new Unstorable("only finite numbers are stored");
        }
        return real == 0 ? "0" : decimal(new BigDecimal(Double.toString(real)));
    }

    private static String decimal(BigDecimal decimal) {
        if (decimal.signum() == 0) {
            return "0";
        }
        BigDecimal plain = decimal.stripTrailingZeros();
        if (plain.precision() > DIGITS) {
            throw new Unstorable("a number has at most 38 digits in DynamoDB");
        }
        int exponent = plain.precision() - plain.scale() - 1;
        if (exponent < LEAST_EXPONENT || exponent > GREATEST_EXPONENT) {
            throw new Unstorable("a number is between 1E-130 and 1E+126 in DynamoDB, which holds 38 digits");
        }
        return plain.toString();
    }

    /** Returns the value of a number that a field compares with; the number is finite. */
    static BigDecimal exact(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        if (number instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        return number instanceof Double real ? new BigDecimal(real) : BigDecimal.valueOf(number.longValue());
    }

    /** Returns the greatest number of 38 digits that is not greater, or the least that is not less. */
    static BigDecimal rounded(BigDecimal number, RoundingMode mode) {
        return number.round(new MathContext(DIGITS, mode));
    }

    static Object natural(String number) {
        BigDecimal value = new BigDecimal(number);
        if (value.signum() != 0
                && (value.scale() > 0 && value.stripTrailingZeros().scale() > 0)) {
            return value;
        }
        BigInteger whole = value.toBigInteger();
        if (whole.bitLength() < Integer.SIZE) {
            return whole.intValue();
        }
        return whole.bitLength() < Long.SIZE ? (Object) whole.longValue() : whole;
    }
}
