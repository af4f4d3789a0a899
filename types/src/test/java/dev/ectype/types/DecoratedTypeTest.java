package dev.ectype.types;

import static dev.ectype.types.Casts.refuses;
import static dev.ectype.types.Casts.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DecoratedTypeTest {

    @Test
    void loadsTheFallbackInPlaceOfABadStoredValue() {
        Type<Integer> type = Types.orElse(Types.integer(), -1);

        assertThat(type.load("x")).isEqualTo(-1);
        assertThat(type.loadEmbedded("x")).isEqualTo(-1);
        assertThat(type.load(7)).isEqualTo(7);
        refuses(type, "x");
    }

    @Test
    void keepsTheGoodElementsBesideAFallback() {
        assertThat(Types.listOf(Types.orElse(Types.integer(), 0)).load(List.of(1, "x", 3)))
                .containsExactly(1, 0, 3);
    }

    @Test
    void saysWhyAValueDoesNotFit() {
        Type<Integer> type = Types.withMessage(Types.integer(), "must be a whole number");

        assertThat(type.cast("x")).isEqualTo(Cast.failed("must be a whole number"));
        assertThat(value(type, "1")).isEqualTo(1);
    }

    @Test
    void keepsTheArgumentsOfAFailureAndAMessageThatIsThere() {
        Type<String> colour = Types.withMessage(Types.oneOf("red"), "must be a colour");

        assertThat(colour.cast("x"))
                .isEqualTo(Cast.failed("must be a colour", Map.of("validation", "inclusion", "enum", List.of("red"))));
        assertThat(Types.withMessage(colour, "other").cast("x")).isEqualTo(colour.cast("x"));
    }

    @Test
    void allowsWhatTheRuleAllows() {
        Type<Integer> even = Types.restricted("even", Types.integer(), number -> number % 2 == 0);

        assertThat(value(even, "2")).isEqualTo(2);
        refuses(even, "3", "x");
        assertThat(even.load(3)).isEqualTo(3);
        assertThat(even).hasToString("even");
    }

    @Test
    void takesAnExceptionOfTheRuleForRefusal() {
        refuses(Types.restricted("first", Types.string(), text -> text.charAt(0) == 'a'), "");
        assertThatThrownBy(() ->
                        Types.restricted("first", Types.string(), text -> false).load(1))
                .isInstanceOf(LoadException.class);
    }
}
