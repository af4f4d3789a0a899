package dev.ectype.types;

import static dev.ectype.types.Casts.refuses;
import static dev.ectype.types.Casts.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DecimalTypeTest {
    private final Type<BigDecimal> type = Types.decimal();

    @Test
    void keepsTheScale() {
        assertThat(value(type, "1.50")).isEqualTo(new BigDecimal("1.50"));
        assertThat(value(type, new BigDecimal("1.50"))).isEqualTo(new BigDecimal("1.50"));
        assertThat(value(type, "5.")).isEqualTo(new BigDecimal("5"));
        assertThat(value(type, "-.5")).isEqualTo(new BigDecimal("-0.5"));
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, 1.0",
        "100.0, 100.0",
        "1000.0, 1E+3",
        "0.1, 0.1",
        "1.5E-7, 1.5E-7",
        "2.0E-3, 0.002",
        "4.9E-324, 5E-324",
        "2.2E-322, 2.2E-322",
        "9007199254740991.0, 9007199254740991.0",
        "9007199254740992.0, 9007199254740992",
        "1.1E23, 1.1E+23",
        "-0.0, 0.0"
    })
    void takesAFloatWithItsShortestDigits(double number, String decimal) {
        assertThat(value(type, number)).hasToString(decimal);
    }

    @Test
    void comparesByValue() {
        assertThat(type.equal(new BigDecimal("1"), new BigDecimal("1.00"))).isTrue();
        assertThat(type.equal(new BigDecimal("1"), new BigDecimal("1.01"))).isFalse();
    }

    @Test
    void refusesNumbersThatWouldTakeAGigabyteToPrint() {
        refuses(
                type,
                "1e999999999",
                "1e-999999999",
                "1e99999999999",
                "1".repeat(20_000),
                new BigDecimal(BigInteger.ONE, Integer.MIN_VALUE),
                new BigDecimal(BigInteger.ONE.shiftLeft(40_000)));
        assertThat(value(type, "1e6144").toPlainString()).hasSize(6145);
    }

    @Test
    void refusesWhatIsNoFiniteNumber() {
        refuses(type, "NaN", "Infinity", "inf", Double.NaN, "1,5", "", ".", "e5", true, "1e", "1e+");
    }

    @Test
    void refusesMoreThan34DigitsOfText() {
        assertThat(value(type, "9".repeat(34))).isEqualTo(new BigDecimal("9".repeat(34)));
        refuses(type, "9".repeat(35));
    }

    @Test
    void loadsEveryNumber() {
        assertThat(type.load(3)).isEqualTo(new BigDecimal("3"));
        assertThat(type.load(0.1)).isEqualTo(new BigDecimal("0.1"));
        assertThatThrownBy(() -> type.load("3"))
                .hasMessage("expected a number within the bounds of a decimal but was text");
        assertThatThrownBy(() -> type.load(new BigDecimal("1e999999")))
                .hasMessage("expected a number within the bounds of a decimal but was a decimal");
    }

    @Test
    void refusesToStoreWhatIsOutOfBounds() {
        assertThatThrownBy(() -> type.dump(new BigDecimal("1e999999")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("scale");
    }
}
