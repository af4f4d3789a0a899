package dev.ectype.types;

import static dev.ectype.types.Casts.refuses;
import static dev.ectype.types.Casts.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.types.stored.Storage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** How a program's own value objects become types. */
final class ConvertedTypeTest {
    private record Isbn(String digits) {
        private static final Type<Isbn> TYPE = Types.text("isbn", Isbn.class, Isbn::new, Isbn::digits);

        Isbn {
            if (digits.length() != 13) {
                throw new IllegalArgumentException("an ISBN has 13 digits");
            }
        }
    }

    private record Percent(BigDecimal value) {
        private static final Type<Percent> TYPE = Types.via(
                "percent",
                Types.decimal(),
                Percent.class,
                number -> number.signum() < 0 ? null : new Percent(number),
                Percent::value);
    }

    @Test
    void makesAValueObjectOfText() {
        assertThat(value(Isbn.TYPE, "9780134685991")).isEqualTo(new Isbn("9780134685991"));
        assertThat(value(Isbn.TYPE, new Isbn("9780134685991"))).isEqualTo(new Isbn("9780134685991"));
        assertThat(Isbn.TYPE.dump(new Isbn("9780134685991"))).isEqualTo("9780134685991");
        assertThat(Isbn.TYPE.load("9780134685991")).isEqualTo(new Isbn("9780134685991"));
        assertThat(Isbn.TYPE.storage()).isEqualTo(Storage.Scalar.TEXT);
        assertThat(Isbn.TYPE.valueClass()).isEqualTo(Isbn.class);
        assertThat(Isbn.TYPE).hasToString("isbn");
    }

    @Test
    void takesWhatTheBaseTakes() {
        assertThat(value(Percent.TYPE, 5)).isEqualTo(new Percent(new BigDecimal(5)));
        assertThat(value(Percent.TYPE, "5.0")).isEqualTo(new Percent(new BigDecimal("5.0")));
    }

    @Test
    void takesNullAndExceptionsForRefusal() {
        refuses(Isbn.TYPE, "978", 978);
        refuses(Percent.TYPE, "-1", "x");
    }

    @Test
    void comparesByTheStoredForm() {
        assertThat(Percent.TYPE.equal(new Percent(new BigDecimal("5")), new Percent(new BigDecimal("5.0"))))
                .isTrue();
    }

    @Test
    void saysWhatWasExpectedOfTheStore() {
        assertThatThrownBy(() -> Isbn.TYPE.load("978")).hasMessage("expected isbn but was text");
        assertThatThrownBy(() -> Isbn.TYPE.load(978)).hasMessage("expected text but was an integer");
        assertThatThrownBy(() -> Types.listOf(Isbn.TYPE).load(List.of("978")))
                .hasMessage("expected isbn but was text at [0]");
    }

    @Test
    void convertsValuesOfTheSameClassAsTheBaseEveryTime() {
        Type<String> upper = Types.text("upper", String.class, text -> text.toUpperCase(Locale.ROOT), text -> text);

        assertThat(value(upper, "ab")).isEqualTo("AB");
    }
}
