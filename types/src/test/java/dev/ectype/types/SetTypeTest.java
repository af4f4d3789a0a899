package dev.ectype.types;

import static dev.ectype.types.Casts.refuses;
import static dev.ectype.types.Casts.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SetTypeTest {
    private final Type<Set<BigDecimal>> type = Types.setOf(Types.decimal());

    @Test
    void keepsTheFirstOfEqualValuesInOrder() {
        assertThat(value(type, List.of("2.0", "1", "2.00", "1.0")))
                .containsExactly(new BigDecimal("2.0"), new BigDecimal("1"));
        assertThat(value(Types.setOf(Types.binary()), List.of("a", "a"))).hasSize(1);
        assertThat(value(Types.setOf(Types.float64()), List.of(0.0, -0.0))).containsExactly(0.0);
    }

    @Test
    void comparesWithoutOrderAndByValue() {
        assertThat(type.equal(
                        Set.of(new BigDecimal("1.0"), new BigDecimal("2")),
                        Set.of(new BigDecimal("2.0"), BigDecimal.ONE)))
                .isTrue();
        assertThat(type.equal(Set.of(), Set.of(BigDecimal.ONE))).isFalse();
    }

    @Test
    void refusesNull() {
        refuses(type, Arrays.asList("1", null), "1");
        assertThatThrownBy(() -> type.load(Arrays.asList(1, null)))
                .hasMessage("expected a set without null but was one with null");
    }

    @Test
    void loadsTheListsOfAStoreWithoutSets() {
        assertThat(type.load(List.of(1, new BigDecimal("1.0")))).containsExactly(BigDecimal.ONE);
        assertThatThrownBy(() -> type.load(1)).hasMessage("expected a set but was an integer");
        assertThatThrownBy(() -> type.load(List.of("x")))
                .hasMessage("expected a number within the bounds of a decimal but was text at [0]");
    }

    @Test
    void saysWhichElementFailedWhereTheElementSaysWhy() {
        Cast<Set<String>> cast =
                Types.setOf(Types.withMessage(Types.string(), "must be text")).cast(List.of("a", 1));

        assertThat(cast).isEqualTo(new Cast.Failed<>("must be text", java.util.Map.of(), List.of(1)));
    }
}
