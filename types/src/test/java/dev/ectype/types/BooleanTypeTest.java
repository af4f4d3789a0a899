package dev.ectype.types;

import static dev.ectype.types.Casts.refuses;
import static dev.ectype.types.Casts.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class BooleanTypeTest {
    private final Type<Boolean> type = Types.bool();

    @Test
    void takesBooleansAndFourTexts() {
        assertThat(value(type, true)).isTrue();
        assertThat(value(type, "true")).isTrue();
        assertThat(value(type, "1")).isTrue();
        assertThat(value(type, "false")).isFalse();
        assertThat(value(type, "0")).isFalse();
    }

    @Test
    void refusesEverythingElse() {
        refuses(type, "TRUE", "on", "yes", "t", "", 1, 0);
    }

    @Test
    void loadsBooleansOnly() {
        assertThat(type.load(false)).isFalse();
        assertThatThrownBy(() -> type.load("true")).hasMessage("expected a boolean but was text");
    }
}
