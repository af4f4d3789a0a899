package dev.ectype.query.eval;

import static dev.ectype.query.eval.Samples.call;
import static dev.ectype.query.eval.Samples.field;
import static dev.ectype.query.eval.Samples.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Operand.Function;
import dev.ectype.types.stored.Storage;
import dev.ectype.types.stored.Storage.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OperandEvaluatorTest {

    @ParameterizedTest
    @EnumSource(Function.class)
    void aFunctionOfNullIsNull(Function function) {
        assertThat(Samples.valueOf(call(function, Scalar.ANY, field(0), field(1)), row()))
                .isNull();
    }

    @ParameterizedTest
    @EnumSource(value = Function.class, names = "COALESCE", mode = EnumSource.Mode.EXCLUDE)
    void aFunctionOfTheWrongKindIsNull(Function function) {
        assertThat(Samples.valueOf(call(function, Scalar.ANY, field(0), field(0)), row(true)))
                .isNull();
    }

    @Test
    void textFunctions() {
        assertThat(Samples.valueOf(call(Function.LOWER, Scalar.TEXT, field(0)), row("ÀI")))
                .isEqualTo("ài");
        assertThat(Samples.valueOf(call(Function.UPPER, Scalar.TEXT, field(0)), row("straße")))
                .isEqualTo("STRASSE");
        assertThat(Samples.valueOf(call(Function.LENGTH, Scalar.INT32, field(0)), row("a\uD83D\uDE00")))
                .isEqualTo(2);
    }

    @Test
    void coalesceIsTheFirstThatIsThere() {
        Operand either = call(Function.COALESCE, Scalar.ANY, field(0), field(1), "otherwise");
        assertThat(Samples.valueOf(either, row(null, 1))).isEqualTo(1);
        assertThat(Samples.valueOf(either, row(0, 1))).isEqualTo(0);
        assertThat(Samples.valueOf(either, row())).isEqualTo("otherwise");
    }

    @Test
    void integersDivideTowardsZeroAndTheRemainderHasTheSignOfTheDividend() {
        assertThat(longOf(Function.DIVIDE, -7, 2)).isEqualTo(-3L);
        assertThat(longOf(Function.MODULO, -7, 2)).isEqualTo(-1L);
        assertThat(longOf(Function.MODULO, 7, -2)).isEqualTo(1L);
    }

    @Test
    void divisionByZeroIsNull() {
        for (Object zero : new Object[] {0, 0L, BigInteger.ZERO, 0.0, new BigDecimal("0.00")}) {
            assertThat(Samples.valueOf(call(Function.DIVIDE, Scalar.ANY, field(0), zero), row(7)))
                    .isNull();
            assertThat(Samples.valueOf(call(Function.MODULO, Scalar.ANY, field(0), zero), row(7)))
                    .isNull();
        }
    }

    @Test
    void integersNeverOverflow() {
        BigInteger max = BigInteger.valueOf(Long.MAX_VALUE);
        BigInteger min = BigInteger.valueOf(Long.MIN_VALUE);
        assertThat(integer(Function.ADD, Long.MAX_VALUE, 1)).isEqualTo(max.add(BigInteger.ONE));
        assertThat(integer(Function.SUBTRACT, Long.MIN_VALUE, 1)).isEqualTo(min.subtract(BigInteger.ONE));
        assertThat(integer(Function.MULTIPLY, Long.MIN_VALUE, -1)).isEqualTo(min.negate());
        assertThat(integer(Function.DIVIDE, Long.MIN_VALUE, -1)).isEqualTo(min.negate());
        assertThat(Samples.valueOf(call(Function.NEGATE, Scalar.INTEGER, field(0)), row(Long.MIN_VALUE)))
                .isEqualTo(min.negate());
    }

    @Test
    void integerArithmeticAgreesWithIntegersOfAnySize() {
        Seeded.forAll(random -> {
            long left = random.nextLong() >> random.nextInt(64);
            long right = random.nextLong() >> random.nextInt(64);
            BigInteger l = BigInteger.valueOf(left);
            BigInteger r = BigInteger.valueOf(right);
            assertThat(integer(Function.ADD, left, right)).isEqualTo(l.add(r));
            assertThat(integer(Function.SUBTRACT, left, right)).isEqualTo(l.subtract(r));
            assertThat(integer(Function.MULTIPLY, left, right)).isEqualTo(l.multiply(r));
            assertThat(integer(Function.DIVIDE, left, right)).isEqualTo(right == 0 ? null : l.divide(r));
            assertThat(integer(Function.MODULO, left, right)).isEqualTo(right == 0 ? null : l.remainder(r));
        });
    }

    @Test
    void aDecimalMakesTheResultDecimalAndKeeps34Digits() {
        assertThat(Samples.valueOf(call(Function.DIVIDE, Scalar.DECIMAL, field(0), 3), row(BigDecimal.ONE)))
                .isEqualTo(BigDecimal.ONE.divide(new BigDecimal(3), MathContext.DECIMAL128));
        assertThat(Samples.valueOf(call(Function.ADD, Scalar.DECIMAL, field(0), 0.5), row(new BigDecimal("0.1"))))
                .isEqualTo(new BigDecimal("0.6"));
    }

    @Test
    void hugeDecimalsAreAddedWithoutWritingThemOut() {
        Operand sum = call(Function.ADD, Scalar.DECIMAL, field(0), 1);
        Object result = Samples.valueOf(sum, row(new BigDecimal("1E+2000000000")));
        assertThat(Values.equal(result, new BigDecimal("1E+2000000000"))).isTrue();
        Operand square = call(Function.MULTIPLY, Scalar.DECIMAL, field(0), field(0));
        assertThat(Samples.valueOf(square, row(new BigDecimal("1E+2000000000"))))
                .isNull();
    }

    @Test
    void floatsStayFinite() {
        assertThat(Samples.valueOf(call(Function.ADD, Scalar.FLOAT64, field(0), 1), row(0.5)))
                .isEqualTo(1.5);
        assertThat(Samples.valueOf(call(Function.MULTIPLY, Scalar.FLOAT64, field(0), 10), row(Double.MAX_VALUE)))
                .isNull();
    }

    private static Object longOf(Function function, Object left, Object right) {
        return Samples.valueOf(call(function, Scalar.INT64, left, right), row());
    }

    private static Object integer(Function function, Object left, Object right) {
        Storage storage = Scalar.INTEGER;
        return Samples.valueOf(call(function, storage, left, right), row());
    }
}
