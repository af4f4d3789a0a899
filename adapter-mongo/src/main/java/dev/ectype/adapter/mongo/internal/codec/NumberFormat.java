package dev.ectype.adapter.mongo.internal.codec;

import dev.ectype.types.stored.Storage.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.bson.BsonType;

/**
 * Numbers of one kind. Other programs store numbers as other BSON types; one that is the same number in the field's kind
 * is read as that.
 */
final class NumberFormat implements Format {
    private final Format exact;
    private final BsonType stored;
    private final Scalar kind;

    NumberFormat(Format exact, BsonType stored, Scalar kind) {
        this.exact = exact;
        this.stored = stored;
        this.kind = kind;
    }

    @Override
    public void write(Sink sink, Object value) {
        exact.write(sink, value);
    }

    @Override
    public Object read(Intake intake, BsonType type) {
        if (type == stored) {
            return exact.read(intake, type);
        }
        Object value = Natural.read(intake, type);
        return value instanceof Number number ? inKind(number) : value;
    }

    private Object inKind(Number number) {
        if (number instanceof Double inexact && !Double.isFinite(inexact)) {
            return number;
        }
        BigDecimal value = toDecimal(number);
        try {
            return switch (kind) {
                case INT32 -> value.intValueExact();
                case INT64 -> value.longValueExact();
                case INTEGER -> value.toBigIntegerExact();
                case FLOAT64 -> toDouble(number, value);
                default -> value;
            };
        } catch (ArithmeticException notInKind) {
            return number;
        }
    }

    private static Object toDouble(Number number, BigDecimal value) {
        double near = value.doubleValue();
        return Double.isFinite(near) && new BigDecimal(near).compareTo(value) == 0 ? (Object) near : number;
    }

    private static BigDecimal toDecimal(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        if (number instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        return number instanceof Double value ? new BigDecimal(value) : BigDecimal.valueOf(number.longValue());
    }
}
