package dev.ectype.adapter.mongo.internal.query;

import dev.ectype.adapter.mongo.internal.codec.Decimals;
import dev.ectype.types.stored.Storage;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.bson.BsonDecimal128;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonValue;

/**
 * A number as a field's own kind of number holds it, so that no comparison depends on how the store compares numbers of
 * different kinds.
 *
 * @param floor the greatest stored number that is not greater
 * @param exact whether it is the number itself
 */
record Numbers(BsonValue floor, boolean exact) {
    private static final MathContext DIGITS = new MathContext(34, RoundingMode.FLOOR);
    private static final BigDecimal LARGEST_DOUBLE = new BigDecimal(Double.MAX_VALUE);
    private static final BigDecimal LARGEST_LONG = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final BigDecimal SMALLEST_LONG = BigDecimal.valueOf(Long.MIN_VALUE);

    static Numbers in(Storage storage, Object number) {
        BigDecimal value = exact((Number) number);
        if (storage == Storage.Scalar.FLOAT64) {
            return inDoubles(value);
        }
        if (storage == Storage.Scalar.INT32 || storage == Storage.Scalar.INT64) {
            return inIntegers(value);
        }
        BigDecimal rounded = value.round(DIGITS);
        return new Numbers(new BsonDecimal128(Decimals.store(rounded)), rounded.compareTo(value) == 0);
    }

    private static Numbers inDoubles(BigDecimal value) {
        if (value.abs().compareTo(LARGEST_DOUBLE) > 0) {
            double bound = value.signum() > 0 ? Double.MAX_VALUE : Double.NEGATIVE_INFINITY;
            return new Numbers(new BsonDouble(bound), false);
        }
        double near = value.doubleValue();
        int sign = new BigDecimal(near).compareTo(value);
        return new Numbers(new BsonDouble(sign > 0 ? Math.nextDown(near) : near), sign == 0);
    }

    private static Numbers inIntegers(BigDecimal value) {
        BigDecimal floor = value.setScale(0, RoundingMode.FLOOR);
        boolean exact = floor.compareTo(value) == 0;
        if (floor.compareTo(SMALLEST_LONG) < 0) {
            return new Numbers(new BsonDouble(Double.NEGATIVE_INFINITY), false);
        }
        return floor.compareTo(LARGEST_LONG) > 0
                ? new Numbers(new BsonInt64(Long.MAX_VALUE), false)
                : new Numbers(whole(floor.longValueExact()), exact);
    }

    static BsonValue whole(long value) {
        return value == (int) value ? new BsonInt32((int) value) : new BsonInt64(value);
    }

    static BigDecimal exact(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        if (number instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        return number instanceof Double value ? new BigDecimal(value) : BigDecimal.valueOf(number.longValue());
    }
}
