package dev.ectype.query.eval;

import dev.ectype.query.ir.Operand.Function;
import dev.ectype.types.stored.Storage;
import dev.ectype.types.stored.Storage.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Arithmetic on numbers of any class. Integers are exact whatever their size; with a decimal on one side the result is a
 * decimal of at most 34 digits, rounded half to even; otherwise it is a floating point number. A result that does not
 * exist (division by zero, overflow of a floating point number or of a decimal's exponent) is null.
 */
final class Arithmetic {
    private static final MathContext DECIMAL = new MathContext(34, RoundingMode.HALF_EVEN);

    private Arithmetic() {}

    static @Nullable Number apply(Function function, Number left, Number right) {
        try {
            return applyExactly(function, left, right);
        } catch (ArithmeticException doesNotExist) {
            return null;
        }
    }

    /** Returns the same number in the class of a kind of number. */
    static Number in(Storage storage, Number number) {
        if (!(storage instanceof Scalar scalar)) {
            return number;
        }
        return switch (scalar) {
            case INT32 -> number.intValue();
            case INT64 -> number.longValue();
            case INTEGER -> integer(number);
            case FLOAT64 -> number.doubleValue();
            case DECIMAL -> Numbers.exact(number);
            default -> number;
        };
    }

    private static @Nullable Number applyExactly(Function function, Number left, Number right) {
        if (Numbers.isLong(left) && Numbers.isLong(right)) {
            Long result = ofLongs(function, left.longValue(), right.longValue());
            return result != null ? result : ofIntegers(function, integer(left), integer(right));
        }
        if (Numbers.isInteger(left) && Numbers.isInteger(right)) {
            return ofIntegers(function, integer(left), integer(right));
        }
        return left instanceof BigDecimal || right instanceof BigDecimal
                ? ofDecimals(function, Numbers.exact(left), Numbers.exact(right))
                : ofDoubles(function, left.doubleValue(), right.doubleValue());
    }

    /** Returns null if the result needs more room than a long or does not exist. */
    private static @Nullable Long ofLongs(Function function, long left, long right) {
        return switch (function) {
            case ADD -> {
                long sum = left + right;
                yield ((left ^ sum) & (right ^ sum)) < 0 ? null : (Long) sum;
            }
            case SUBTRACT -> {
                long difference = left - right;
                yield ((left ^ right) & (left ^ difference)) < 0 ? null : (Long) difference;
            }
            case MULTIPLY -> {
                long product = left * right;
                yield Math.multiplyHigh(left, right) == product >> (Long.SIZE - 1) ? (Long) product : null;
            }
            case DIVIDE -> right == 0 || right == -1 ? null : (Long) (left / right);
            case MODULO -> right == 0 ? null : (Long) (left % right);
            default -> null;
        };
    }

    private static Number ofIntegers(Function function, BigInteger left, BigInteger right) {
        return switch (function) {
            case ADD -> left.add(right);
            case SUBTRACT -> left.subtract(right);
            case MULTIPLY -> left.multiply(right);
            case DIVIDE -> left.divide(right);
            case MODULO -> left.remainder(right);
            default -> throw new IllegalArgumentException("not arithmetic: " + function);
        };
    }

    private static Number ofDecimals(Function function, BigDecimal left, BigDecimal right) {
        return switch (function) {
            case ADD -> left.add(right, DECIMAL);
            case SUBTRACT -> left.subtract(right, DECIMAL);
            case MULTIPLY -> left.multiply(right, DECIMAL);
            case DIVIDE -> left.divide(right, DECIMAL);
            case MODULO -> left.remainder(right, DECIMAL);
            default -> throw new IllegalArgumentException("not arithmetic: " + function);
        };
    }

    private static @Nullable Number ofDoubles(Function function, double left, double right) {
        double result = switch (function) {
            case ADD -> left + right;
            case SUBTRACT -> left - right;
            case MULTIPLY -> left * right;
            case DIVIDE -> left / right;
            case MODULO -> left % right;
            default -> throw new IllegalArgumentException("not arithmetic: " + function);
        };
        return Double.isFinite(result) ? (Double) result : null;
    }

    private static BigInteger integer(Number number) {
        return number instanceof BigInteger integer ? integer : BigInteger.valueOf(number.longValue());
    }
}
