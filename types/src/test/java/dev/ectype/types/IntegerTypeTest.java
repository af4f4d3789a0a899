package dev.ectype.types;

import static dev.ectype.types.Casts.refuses;
import static dev.ectype.types.Casts.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IntegerTypeTest {
    private static final BigInteger HUGE = BigInteger.TEN.pow(30);

    @Test
    void takesWholeNumbersOfEveryClass() {
        for (Object five : new Object[] {
            5, 5L, (short) 5, (byte) 5, BigInteger.valueOf(5), new AtomicInteger(5), new AtomicLong(5), "5", "+05"
        }) {
            assertThat(value(Types.integer(), five)).isEqualTo(5);
            assertThat(value(Types.longInteger(), five)).isEqualTo(5L);
            assertThat(value(Types.bigInteger(), five)).isEqualTo(BigInteger.valueOf(5));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+", "-", "1.0", "1e3", " 1", "1 ", "1_000", "0x1F", "\uFF11", "\u0663", "--1", "1\n"})
    void refusesOtherText(String text) {
        refuses(Types.integer(), text);
        refuses(Types.bigInteger(), text);
    }

    @Test
    void refusesFractionsDecimalsAndBooleans() {
        refuses(Types.integer(), 12.0, 12f, BigDecimal.ONE, true);
    }

    @Test
    void refusesWhatIsOutOfRange() {
        assertThat(value(Types.integer(), "2147483647")).isEqualTo(Integer.MAX_VALUE);
        refuses(Types.integer(), "2147483648", "-2147483649", 1L << 31, HUGE);
        assertThat(value(Types.longInteger(), "-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
        refuses(Types.longInteger(), "9223372036854775808", HUGE);
        assertThat(value(Types.bigInteger(), HUGE)).isEqualTo(HUGE);
    }

    @Test
    void readsAtMost31CharactersAndTenThousandDigits() {
        assertThat(value(Types.bigInteger(), "9".repeat(31))).isEqualTo(new BigInteger("9".repeat(31)));
        refuses(Types.bigInteger(), "9".repeat(32), "0".repeat(32), BigInteger.ONE.shiftLeft(40_000));
    }

    @Test
    void loadsWhatAStoreMakesOfAnIntegerIfNothingIsLost() {
        for (Object seven :
                new Object[] {7, 7L, 7.0, 7f, new BigDecimal("7.00"), new BigDecimal("70E-1"), BigInteger.valueOf(7)}) {
            assertThat(Types.integer().load(seven)).isEqualTo(7);
            assertThat(Types.longInteger().load(seven)).isEqualTo(7L);
            assertThat(Types.bigInteger().load(seven)).isEqualTo(BigInteger.valueOf(7));
        }
    }

    @Test
    void refusesToLoadWithLoss() {
        assertThatThrownBy(() -> Types.integer().load(7.5)).hasMessage("expected an integer but was a float");
        assertThatThrownBy(() -> Types.integer().load("7")).hasMessage("expected an integer but was text");
        assertThatThrownBy(() -> Types.integer().load(1L << 40))
                .hasMessage("expected an integer within the range of Integer but was a larger one");
        assertThatThrownBy(() -> Types.longInteger().load(HUGE))
                .hasMessage("expected an integer within the range of Long but was a larger one");
        assertThatThrownBy(() -> Types.bigInteger().load(Double.NaN)).hasMessage("expected an integer but was a float");
    }
}
