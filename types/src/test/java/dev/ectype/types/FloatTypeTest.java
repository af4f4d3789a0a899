package dev.ectype.types;

import static dev.ectype.types.Casts.refuses;
import static dev.ectype.types.Casts.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

final class FloatTypeTest {
    private final Type<Double> type = Types.float64();

    @Test
    void takesNumbersAndTheirText() {
        assertThat(value(type, 1.5)).isEqualTo(1.5);
        assertThat(value(type, 3)).isEqualTo(3.0);
        assertThat(value(type, "1e3")).isEqualTo(1000.0);
        assertThat(value(type, "-1.5E-2")).isEqualTo(-0.015);
    }

    @Test
    void widensASingleFloatByItsDigits() {
        assertThat(value(type, 0.1f)).isEqualTo(0.1);
    }

    @Test
    void refusesWhatIsNotFinite() {
        refuses(
                type,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Float.NaN,
                "1e309",
                "NaN",
                "Infinity",
                BigInteger.TEN.pow(400));
    }

    @Test
    void refusesJavaOnlyNotations() {
        refuses(type, "0x1.8p3", "1.5f", "1d", ".5", "1.", "1.e3", " 1.5");
    }

    @Test
    void refusesDecimals() {
        refuses(type, new BigDecimal("1.5"));
    }

    @Test
    void holdsTheTwoZerosForOneValue() {
        assertThat(type.equal(0.0, -0.0)).isTrue();
        assertThat(type.equal(0.1, 0.2)).isFalse();
    }

    @Test
    void loadsEveryNumberThatAFloatHolds() {
        assertThat(type.load(1 << 30)).isEqualTo(0x1p30);
        assertThat(type.load(1L << 53)).isEqualTo(0x1p53);
        assertThat(type.load(new BigDecimal("0.10"))).isEqualTo(0.1);
        assertThatThrownBy(() -> type.load((1L << 53) + 1))
                .hasMessage("expected a number that a float holds without loss but was an integer");
        assertThatThrownBy(() -> type.load(new BigDecimal("0.1000000000000000000001")))
                .hasMessage("expected a number that a float holds without loss but was a decimal");
    }

    @Test
    void refusesToStoreWhatIsNotFinite() {
        assertThatThrownBy(() -> type.dump(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
