package dev.ectype.adapter.dynamo.internal.codec;

import dev.ectype.query.ir.Comparison;
import dev.ectype.types.stored.Storage.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Numbers of one kind. */
final class NumberFormat implements Format {
    private final Scalar scalar;

    NumberFormat(Scalar scalar) {
        this.scalar = scalar;
    }

    @Override
    public AttributeValue write(Object value) {
        if (value instanceof Number number) {
            return AttributeValue.createN(Numbers.text(number));
        }
        throw new Unstorable("expected a number but was " + value.getClass().getSimpleName());
    }

    @Override
    public Object read(AttributeValue stored) {
        String number = stored.n();
        return number == null ? Natural.read(stored) : inKind(number);
    }

    private Object inKind(String number) {
        try {
            return switch (scalar) {
                case INT32 -> Integer.valueOf(number);
                case INT64 -> Long.valueOf(number);
                case INTEGER -> new BigDecimal(number).toBigIntegerExact();
                case FLOAT64 -> Double.valueOf(number);
                default -> new BigDecimal(number);
            };
        } catch (NumberFormatException | ArithmeticException notWritten) {
            return wholeInKind(number);
        }
    }

    /** Other programs may write a whole number with a point or an exponent. */
    private Object wholeInKind(String number) {
        BigDecimal value = new BigDecimal(number);
        try {
            return scalar == Scalar.INT32 ? (Object) value.intValueExact() : (Object) value.longValueExact();
        } catch (ArithmeticException notInKind) {
            return Numbers.natural(number);
        }
    }

    @Override
    public Kind kind() {
        return Kind.N;
    }

    /** A constant between two numbers of the field's kind becomes the next of them, on the side that counts. */
    @Override
    public Bound bound(Comparison comparison, Object value) {
        if (!(value instanceof Number number)) {
            throw new Unstorable("a number is not compared with another kind of value");
        }
        BigDecimal wanted = Numbers.exact(number);
        if (wanted.abs().compareTo(Numbers.GREATEST) > 0) {
            return new Bound.Settled(comparison.holds(-wanted.signum()));
        }
        BigDecimal below = inKind(wanted, RoundingMode.FLOOR);
        return below.compareTo(wanted) == 0 ? against(comparison, below) : between(comparison, below, wanted);
    }

    private Bound between(Comparison comparison, BigDecimal below, BigDecimal wanted) {
        return switch (comparison) {
            case EQ -> new Bound.Settled(false);
            case NE -> new Bound.Settled(true);
            case LT, LE -> against(Comparison.LE, below);
            case GT, GE -> against(Comparison.GE, inKind(wanted, RoundingMode.CEILING));
        };
    }

    private Bound against(Comparison comparison, BigDecimal value) {
        Number written = scalar == Scalar.FLOAT64 ? (Number) value.doubleValue() : value;
        return new Bound.Against(comparison, AttributeValue.createN(Numbers.text(written)));
    }

    private BigDecimal inKind(BigDecimal wanted, RoundingMode mode) {
        return switch (scalar) {
            case FLOAT64 -> real(wanted, mode);
            case DECIMAL -> Numbers.rounded(wanted, mode);
            default -> Numbers.rounded(new BigDecimal(whole(wanted, mode)), mode);
        };
    }

    private static BigInteger whole(BigDecimal wanted, RoundingMode mode) {
        return wanted.setScale(0, mode).toBigInteger();
    }

    private static BigDecimal real(BigDecimal wanted, RoundingMode mode) {
        double near = wanted.doubleValue();
        int side = new BigDecimal(near).compareTo(wanted);
        if (side > 0 && mode == RoundingMode.FLOOR) {
            return new BigDecimal(Math.nextDown(near));
        }
        return new BigDecimal(side < 0 && mode == RoundingMode.CEILING ? Math.nextUp(near) : near);
    }
}
