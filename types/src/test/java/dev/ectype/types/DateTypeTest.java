package dev.ectype.types;

import static dev.ectype.types.Casts.refuses;
import static dev.ectype.types.Casts.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class DateTypeTest {
    private static final LocalDate DAY = LocalDate.of(2024, 2, 29);
    private final Type<LocalDate> type = Types.date();

    @Test
    void takesTheDateOfAMomentInUtc() {
        assertThat(value(type, OffsetDateTime.parse("2024-03-01T01:00:00+02:00")))
                .isEqualTo(DAY);
        assertThat(value(type, ZonedDateTime.parse("2024-03-01T01:00:00+02:00[Europe/Athens]")))
                .isEqualTo(DAY);
        assertThat(value(type, Instant.parse("2024-02-29T23:59:59Z"))).isEqualTo(DAY);
        assertThat(value(type, DAY.atTime(23, 59))).isEqualTo(DAY);
    }

    @Test
    void takesTheDateOfATextAsItIsWritten() {
        assertThat(value(type, "2024-02-29T23:59:59-05:00")).isEqualTo(DAY);
        assertThat(value(type, "-0044-03-15")).isEqualTo(LocalDate.of(-44, 3, 15));
    }

    @Test
    void takesParts() {
        assertThat(value(type, Map.of("year", "2024", "month", 2, "day", 29L))).isEqualTo(DAY);
        refuses(type, Map.of("year", "2023", "month", 2, "day", 29), Map.of("year", 2024), new TreeMap<>(Map.of(1, 2)));
    }

    @Test
    void takesBlankPartsForNoValue() {
        Map<String, Object> nulls = new HashMap<>();
        nulls.put("year", null);
        nulls.put("month", null);
        nulls.put("day", null);

        assertThat(type.cast(nulls)).isEqualTo(Cast.empty());
        assertThat(type.cast(Map.of("year", "", "month", "", "day", ""))).isEqualTo(Cast.empty());
        refuses(type, Map.of(), Map.of("year", "", "month", "1", "day", ""));
    }

    @Test
    void refusesYearsThatFourDigitsCannotSay() {
        refuses(type, LocalDate.of(10_000, 1, 1), LocalDate.MIN, Instant.MAX, "10000-01-01");
        assertThatThrownBy(() -> type.dump(LocalDate.MAX)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> type.load(LocalDate.MAX)).isInstanceOf(LoadException.class);
    }

    @Test
    void refusesATimeAlone() {
        refuses(type, LocalTime.NOON, "10:00", 20240229);
    }

    @Test
    void loadsDatesOnly() {
        assertThat(type.load(DAY)).isEqualTo(DAY);
        assertThatThrownBy(() -> type.load(DAY.atStartOfDay())).hasMessage("expected a date but was a date and time");
    }
}
