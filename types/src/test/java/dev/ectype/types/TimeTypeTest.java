package dev.ectype.types;

import static dev.ectype.types.Casts.refuses;
import static dev.ectype.types.Casts.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TimeTypeTest {
    private static final LocalTime FINE = LocalTime.parse("10:00:00.123456789");

    @Test
    void cutsOffWhatIsFinerThanThePrecision() {
        assertThat(value(Types.time(), FINE)).isEqualTo(LocalTime.parse("10:00:00"));
        assertThat(value(Types.timeMicros(), FINE)).isEqualTo(LocalTime.parse("10:00:00.123456"));
        assertThat(value(Types.timeMicros(), "10:00:00.9999999")).isEqualTo(LocalTime.parse("10:00:00.999999"));
        assertThat(Types.time().load(FINE)).isEqualTo(LocalTime.parse("10:00:00"));
    }

    @Test
    void refusesToStoreAFinerTimeThatWasNeverCast() {
        assertThatThrownBy(() -> Types.time().dump(FINE))
                .hasMessage("a time to store must be in whole seconds: cast it first");
        assertThatThrownBy(() -> Types.timeMicros().dump(FINE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesTheTimeOfAMomentInItsOwnZone() {
        assertThat(value(Types.time(), OffsetDateTime.parse("2024-01-01T10:00+02:00")))
                .isEqualTo(LocalTime.of(10, 0));
        assertThat(value(Types.time(), OffsetTime.parse("10:00+02:00"))).isEqualTo(LocalTime.of(10, 0));
        assertThat(value(Types.time(), Instant.parse("2024-01-01T10:00:00Z"))).isEqualTo(LocalTime.of(10, 0));
    }

    @Test
    void takesPartsAndReadsStrangeSecondsAsZero() {
        assertThat(value(Types.time(), Map.of("hour", "10", "minute", "30", "second", "abc")))
                .isEqualTo(LocalTime.of(10, 30));
        assertThat(value(Types.timeMicros(), Map.of("hour", 10, "minute", 30, "microsecond", 5)))
                .isEqualTo(LocalTime.parse("10:30:00.000005"));
        assertThat(Types.time().cast(Map.of("hour", "", "minute", ""))).isEqualTo(Cast.empty());
        refuses(
                Types.time(),
                Map.of("hour", 24, "minute", 0),
                Map.of("hour", "1"),
                Map.of("hour", 1, "minute", Long.MAX_VALUE));
    }

    @Test
    void refusesDates() {
        refuses(Types.time(), LocalDate.EPOCH, "2024-01-01T10:00:00", "24:00", "10:00Z");
    }
}
