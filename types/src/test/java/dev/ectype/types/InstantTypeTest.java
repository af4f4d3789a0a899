package dev.ectype.types;

import static dev.ectype.types.Casts.refuses;
import static dev.ectype.types.Casts.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class InstantTypeTest {
    private static final Instant NOON = Instant.parse("2024-01-01T12:00:00Z");
    private final Type<Instant> type = Types.instant();

    @Test
    void appliesTheOffset() {
        assertThat(value(type, "2024-01-01T14:00:00+02:00")).isEqualTo(NOON);
        assertThat(value(type, ZonedDateTime.parse("2024-01-01T14:00+02:00[Europe/Athens]")))
                .isEqualTo(NOON);
    }

    @Test
    void takesWhatHasNoZoneAsUtc() {
        assertThat(value(type, "2024-01-01T12:00")).isEqualTo(NOON);
        assertThat(value(type, LocalDateTime.parse("2024-01-01T12:00"))).isEqualTo(NOON);
        assertThat(value(type, Map.of("year", 2024, "month", 1, "day", 1, "hour", 12, "minute", 0)))
                .isEqualTo(NOON);
    }

    @Test
    void cutsOffWhatIsFinerThanThePrecision() {
        Instant fine = NOON.plusNanos(123_456_789);

        assertThat(value(type, fine)).isEqualTo(NOON);
        assertThat(value(Types.instantMicros(), fine)).isEqualTo(NOON.plusNanos(123_456_000));
        assertThat(value(type, Instant.ofEpochSecond(-1, 999_999_999))).isEqualTo(Instant.ofEpochSecond(-1));
    }

    @Test
    void refusesYearsThatFourDigitsCannotSay() {
        refuses(type, Instant.MAX, Instant.MIN, "9999-12-31T23:59:59-01:00", LocalDateTime.MIN);
        assertThatThrownBy(() -> type.dump(Instant.MAX)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesNumbers() {
        refuses(type, 1_704_067_200, "1704067200", 0.5);
    }

    @Test
    void loadsTheLocalTimesOfAStoreWithoutMoments() {
        assertThat(type.load(LocalDateTime.parse("2024-01-01T12:00:00"))).isEqualTo(NOON);
        assertThatThrownBy(() -> type.load(0L)).hasMessage("expected an instant but was an integer");
    }
}
