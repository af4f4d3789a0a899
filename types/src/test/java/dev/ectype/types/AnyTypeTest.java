package dev.ectype.types;

import static dev.ectype.types.Casts.refuses;
import static dev.ectype.types.Casts.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AnyTypeTest {
    private final Type<Object> type = Types.any();

    @Test
    void keepsScalarsAndObjectsAsTheyAre() {
        Object opaque = new Object();

        assertThat(value(type, "x")).isEqualTo("x");
        assertThat(value(type, 1)).isEqualTo(1);
        assertThat(value(type, opaque)).isSameAs(opaque);
    }

    @Test
    void copiesListsAndMapsToEveryDepth() {
        List<Object> inner = new ArrayList<>(Arrays.asList(1, null));
        Map<String, Object> outer = new HashMap<>(Map.of("list", inner));
        Object cast = value(type, outer);
        inner.add(2);
        outer.clear();

        assertThat(cast).isEqualTo(Map.of("list", Arrays.asList(1, null)));
        assertThatThrownBy(() -> ((Map<?, ?>) cast).clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void refusesWhatNoTypeTakes() {
        refuses(type, Double.NaN, List.of(Double.NaN), Map.of(1, 2), new BigDecimal("1e999999999"));
    }

    @Test
    void comparesNumbersByValueAtEveryDepth() {
        assertThat(type.equal(1, 1.0)).isTrue();
        assertThat(type.equal(0.0, -0.0)).isTrue();
        assertThat(type.equal(new BigDecimal("1.0"), BigInteger.ONE)).isTrue();
        assertThat(type.equal(List.of(1, Map.of("a", 2L)), List.of(1.0, Map.of("a", 2))))
                .isTrue();
        assertThat(type.equal(0.1, new BigDecimal("0.1"))).isFalse();
        assertThat(type.equal(1, "1")).isFalse();
        assertThat(type.equal((1L << 53) + 1, (double) (1L << 53))).isFalse();
    }

    @Test
    void comparesValuesThatContainThemselves() {
        List<Object> one = new ArrayList<>();
        one.add(one);
        List<Object> other = new ArrayList<>();
        other.add(other);

        assertThat(type.equal(one, one)).isTrue();
        assertThat(type.equal(one, other)).isFalse();
    }

    @Test
    void refusesToStoreAnObjectOfNoKind() {
        assertThatThrownBy(() -> type.dump(Thread.currentThread()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("give the field a type, or make it virtual");
    }

    @Test
    void loadsWhatCanBeStored() {
        assertThat(type.load(List.of(1, "a"))).isEqualTo(List.of(1, "a"));
        assertThatThrownBy(() -> type.load(Thread.currentThread()))
                .hasMessage("expected a storable value but was a java.lang.Thread");
    }
}
