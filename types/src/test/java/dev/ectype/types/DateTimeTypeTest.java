package dev.ectype.types;

import static dev.ectype.types.Casts.refuses;
import static dev.ectype.types.Casts.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DateTimeTypeTest {
    private static final LocalDateTime NOON = LocalDateTime.parse("2024-01-01T12:00:00");
    private final Type<LocalDateTime> type = Types.dateTime();

    @Test
    void leavesOutTheOffsetOfAText() {
        assertThat(value(type, "2024-01-01T12:00:00+05:00")).isEqualTo(NOON);
        assertThat(value(type, "2024-01-01 12:00")).isEqualTo(NOON);
    }

    @Test
    void takesAMomentAsItReadsInUtc() {
        assertThat(value(type, OffsetDateTime.parse("2024-01-01T14:00+02:00"))).isEqualTo(NOON);
        assertThat(value(type, Instant.parse("2024-01-01T12:00:00.9Z"))).isEqualTo(NOON);
    }

    @Test
    void takesPartsOfADateAndATime() {
        assertThat(value(type, Map.of("year", 2024, "month", 1, "day", 1, "hour", 12, "minute", 0)))
                .isEqualTo(NOON);
        assertThat(type.cast(Map.of("year", "", "month", "", "day", "", "hour", "", "minute", "")))
                .isEqualTo(Cast.empty());
        refuses(type, Map.of("year", 2024, "month", 1, "day", 1));
    }

    @Test
    void refusesADateAlone() {
        refuses(type, LocalDate.EPOCH, "2024-01-01", LocalDateTime.MAX);
    }

    @Test
    void loadsTheMomentsOfAStoreWithoutLocalTimes() {
        assertThat(type.load(Instant.parse("2024-01-01T12:00:00.5Z"))).isEqualTo(NOON);
        assertThatThrownBy(() -> type.load("2024-01-01T12:00:00")).hasMessage("expected a date and time but was text");
    }

    @Test
    void refusesToStoreWhatWasNeverCast() {
        assertThatThrownBy(() -> type.dump(NOON.plusNanos(1_000))).isInstanceOf(IllegalArgumentException.class);
        assertThat(Types.dateTimeMicros().dump(NOON.plusNanos(1_000))).isEqualTo(NOON.plusNanos(1_000));
    }
}
