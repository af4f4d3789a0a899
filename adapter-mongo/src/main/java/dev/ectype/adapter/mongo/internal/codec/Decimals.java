package dev.ectype.adapter.mongo.internal.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.bson.types.Decimal128;

/** Decimals as the store holds them: 34 digits, and an exponent within some six thousand. */
public final class Decimals {
    private Decimals() {}

    /**
     * Returns the stored form.
     *
     * @throws Unstorable if there is none that is exact
     */
    public static Decimal128 store(BigDecimal value) {
        try {
            return new Decimal128(value);
        } catch (NumberFormatException tooLong) {
            throw new Unstorable("a stored decimal has at most 34 digits and an exponent from -6176 to 6111");
        }
    }

    static BigDecimal load(Decimal128 stored) {
        if (!stored.isFinite()) {
            throw new Unreadable("a decimal that is not finite");
        }
        return stored.isNegative() ? new BigDecimal(stored.toString()) : stored.bigDecimalValue();
    }

    /** Returns what a field of any kind most likely got: whole numbers beyond 64 bits have no other stored form. */
    static Object loadAny(Decimal128 stored) {
        BigDecimal value = load(stored);
        boolean big = value.scale() == 0 && value.unscaledValue().bitLength() >= Long.SIZE;
        return big ? (Object) value.unscaledValue() : value;
    }

    static Object loadInteger(Decimal128 stored) {
        BigDecimal value = load(stored);
        boolean whole = value.signum() == 0 || value.stripTrailingZeros().scale() <= 0;
        return whole ? (Object) value.toBigInteger() : value;
    }

    static BigDecimal of(BigInteger value) {
        return new BigDecimal(value);
    }
}
