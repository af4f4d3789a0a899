package dev.ectype.types.internal.temporal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times from the classes of {@code java.time}, from text and from maps of parts. Null means: not one, or a
 * year beyond {@value #MAX_YEAR} before or after year zero.
 */
public final class Moments {
    /** The last year, and with a minus the first: what four digits can say, so that text sorts as time does. */
    public static final int MAX_YEAR = 9999;

    private static final long FIRST_SECOND = -377_705_116_800L;
    private static final long LAST_SECOND = 253_402_300_799L;

    private Moments() {}

    /** Reads a date; of a moment with a zone, the date in UTC. */
    public static @Nullable LocalDate date(Object input) {
        if (input instanceof LocalDate date) {
            return isInRange(date) ? date : null;
        }
        if (input instanceof String text) {
            return IsoText.date(text);
        }
        if (input instanceof Map<?, ?> map) {
            return Parts.date(map);
        }
        LocalDateTime time = utc(input);
        return time == null ? null : time.toLocalDate();
    }

    /** Reads a time of day; of a moment with a zone, the time in its zone. */
    public static @Nullable LocalTime time(Object input) {
        if (input instanceof LocalTime time) {
            return time;
        }
        if (input instanceof String text) {
            return IsoText.time(text);
        }
        if (input instanceof Map<?, ?> map) {
            return Parts.time(map);
        }
        return timeOfMoment(input);
    }

    /** Reads a date and time without a zone; an offset in text is left out, a moment with a zone is taken in UTC. */
    public static @Nullable LocalDateTime local(Object input) {
        if (input instanceof String text) {
            return IsoText.local(text);
        }
        return input instanceof Map<?, ?> map ? parts(map) : utc(input);
    }

    /** Reads a moment; what has no zone is taken as UTC. */
    public static @Nullable Instant instant(Object input) {
        if (input instanceof Instant instant) {
            return isInRange(instant) ? instant : null;
        }
        LocalDateTime time = input instanceof String text ? IsoText.utc(text) : local(input);
        return (time == null || !isInRange(time.toLocalDate())) ? null : time.toInstant(ZoneOffset.UTC);
    }

    /** Tells whether a date is within the years that types keep. */
    public static boolean isInRange(LocalDate date) {
        return Math.abs(date.getYear()) <= MAX_YEAR;
    }

    /** Tells whether a moment is within the years that types keep, in UTC. */
    public static boolean isInRange(Instant instant) {
        return instant.getEpochSecond() >= FIRST_SECOND && instant.getEpochSecond() <= LAST_SECOND;
    }

    private static @Nullable LocalDateTime parts(Map<?, ?> map) {
        LocalDate date = Parts.date(map);
        LocalTime time = Parts.time(map);
        return (date == null || time == null) ? null : date.atTime(time);
    }

    private static @Nullable LocalDateTime utc(Object input) {
        if (input instanceof LocalDateTime time) {
            return isInRange(time.toLocalDate()) ? time : null;
        }
        Instant instant = instantOf(input);
        return (instant == null || !isInRange(instant)) ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static @Nullable Instant instantOf(Object input) {
        if (input instanceof Instant instant) {
            return instant;
        }
        if (input instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        return input instanceof ZonedDateTime time ? time.toInstant() : null;
    }

    private static @Nullable LocalTime timeOfMoment(Object input) {
        if (input instanceof OffsetDateTime time) {
            return time.toLocalTime();
        }
        if (input instanceof ZonedDateTime time) {
            return time.toLocalTime();
        }
        if (input instanceof OffsetTime time) {
            return time.toLocalTime();
        }
        LocalDateTime time = utc(input);
        return time == null ? null : time.toLocalTime();
    }
}
