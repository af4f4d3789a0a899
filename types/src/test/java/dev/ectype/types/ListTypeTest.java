package dev.ectype.types;

import static dev.ectype.types.Casts.refuses;
import static dev.ectype.types.Casts.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ListTypeTest {
    private final Type<List<Integer>> type = Types.listOf(Types.integer());

    @Test
    void castsTheElementsOfCollectionsAndArrays() {
        assertThat(value(type, List.of("1", 2L))).containsExactly(1, 2);
        assertThat(value(type, Set.of("1"))).containsExactly(1);
        assertThat(value(type, new String[] {"1", "2"})).containsExactly(1, 2);
    }

    @Test
    void keepsNullAndTakesBlankPartsForNull() {
        assertThat(value(type, Arrays.asList(1, null))).containsExactly(1, null);
        assertThat(value(Types.listOf(Types.date()), List.of(Map.of("year", "", "month", "", "day", ""))))
                .containsExactly((java.time.LocalDate) null);
    }

    @Test
    void refusesWhatIsNoList() {
        refuses(type, "1", Map.of("0", "1"), 1, List.of("x"), List.of(List.of(1)));
    }

    @Test
    void saysWhichElementFailedWhereTheElementSaysWhy() {
        Type<List<List<String>>> colours = Types.listOf(Types.listOf(Types.oneOf("red")));

        assertThat(colours.cast(List.of(List.of("red"), List.of("red", "pink"))))
                .isEqualTo(new Cast.Failed<>(
                        null, Map.of("validation", "inclusion", "enum", List.of("red")), List.of(1, 1)));
    }

    @Test
    void cannotBeChangedAfterwards() {
        assertThatThrownBy(() -> value(type, List.of(1)).add(2)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void comparesElementsByTheirType() {
        Type<List<BigDecimal>> prices = Types.listOf(Types.decimal());

        assertThat(prices.equal(List.of(new BigDecimal("1")), List.of(new BigDecimal("1.0"))))
                .isTrue();
        assertThat(prices.equal(List.of(BigDecimal.ONE), List.of())).isFalse();
        assertThat(prices.equal(Collections.singletonList(null), List.of(BigDecimal.ONE)))
                .isFalse();
    }

    @Test
    void tellsTheTypeOfItsElements() {
        assertThat(type.element()).contains(Types.integer());
        assertThat(Types.orElse(type, List.of()).element()).contains(Types.integer());
        assertThat(Types.integer().element()).isEmpty();
        assertThat(type.name()).isEqualTo("list of integer");
    }

    @Test
    void saysWhereAStoredElementIsWrong() {
        assertThatThrownBy(() -> type.load(List.of(1, "x"))).hasMessage("expected an integer but was text at [1]");
        assertThatThrownBy(() -> type.load("x")).hasMessage("expected a list but was text");
    }
}
