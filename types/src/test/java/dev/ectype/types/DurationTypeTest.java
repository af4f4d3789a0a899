package dev.ectype.types;

import static dev.ectype.types.Casts.refuses;
import static dev.ectype.types.Casts.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class DurationTypeTest {
    private final Type<Duration> type = Types.duration();

    @Test
    void takesIsoText() {
        assertThat(value(type, "PT1H30M")).isEqualTo(Duration.ofMinutes(90));
        assertThat(value(type, Duration.ZERO)).isEqualTo(Duration.ZERO);
    }

    @Test
    void refusesOtherText() {
        refuses(type, "90", "1h", "P1Y", "P99999999999999999999D", "PT" + "1".repeat(10_000) + "S", 90);
    }

    @Test
    void loadsDurationsOnly() {
        assertThat(type.load(Duration.ZERO)).isEqualTo(Duration.ZERO);
        assertThatThrownBy(() -> type.load("PT1H")).hasMessage("expected a duration but was text");
    }
}
