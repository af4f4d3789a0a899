package dev.ectype.types;

import static dev.ectype.types.Casts.refuses;
import static dev.ectype.types.Casts.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MapTypeTest {
    private final Type<Map<String, Object>> map = Types.map();
    private final Type<Map<String, BigDecimal>> prices = Types.mapOf(Types.decimal());

    @Test
    void takesMapsWithTextKeysOnly() {
        assertThat(value(map, Map.of("a", Map.of("b", 1)))).isEqualTo(Map.of("a", Map.of("b", 1)));
        refuses(map, Map.of(1, "a"), List.of(), "{}");
    }

    @Test
    void castsEachValueAndKeepsNull() {
        Map<String, Object> input = new HashMap<>();
        input.put("a", "1.50");
        input.put("b", null);

        assertThat(value(prices, input))
                .containsEntry("a", new BigDecimal("1.50"))
                .containsEntry("b", null);
    }

    @Test
    void saysNoMoreThanInvalidWhereTheValuesSayNoMore() {
        refuses(prices, Map.of("a", "x"), "a", Map.of(1, "2"));
    }

    @Test
    void saysWhichKeyFailedWhereTheValueSaysWhy() {
        Type<Map<String, Integer>> ages = Types.mapOf(Types.withMessage(Types.integer(), "must be a number"));

        assertThat(ages.cast(Map.of("ann", "x")))
                .isEqualTo(new Cast.Failed<>("must be a number", Map.of(), List.of("ann")));
    }

    @Test
    void tellsOfSeveralValuesThatDoNotFitTheOneOfTheLeastKey() {
        Type<Map<String, Integer>> ages = Types.mapOf(Types.withMessage(Types.integer(), "must be a number"));
        Map<String, Object> input = new LinkedHashMap<>();
        for (String name : List.of("eve", "bob", "ann", "zoe", "cal")) {
            input.put(name, name.equals("ann") ? "36" : "x");
        }

        assertThat(ages.cast(input)).isEqualTo(new Cast.Failed<>("must be a number", Map.of(), List.of("bob")));
    }

    @Test
    void comparesValuesByTheirType() {
        assertThat(prices.equal(Map.of("a", new BigDecimal("1")), Map.of("a", new BigDecimal("1.0"))))
                .isTrue();
        assertThat(prices.equal(Map.of("a", BigDecimal.ONE), Map.of("b", BigDecimal.ONE)))
                .isFalse();
        assertThat(map.equal(Map.of("a", 1), Map.of("a", 1.0))).isTrue();
    }

    @Test
    void saysWhereAStoredValueIsWrong() {
        Type<Map<String, List<Integer>>> nested = Types.mapOf(Types.listOf(Types.integer()));

        assertThatThrownBy(() -> nested.load(Map.of("a", List.of(1, "x"))))
                .hasMessage("expected an integer but was text at [a, 1]");
        assertThatThrownBy(() -> prices.load(List.of())).hasMessage("expected a map but was a list");
        assertThatThrownBy(() -> prices.load(Map.of(1, 2)))
                .hasMessage("expected a map with text keys but one key was no text");
        assertThatThrownBy(() -> map.load("x")).hasMessage("expected a map with text keys but was text");
    }
}
