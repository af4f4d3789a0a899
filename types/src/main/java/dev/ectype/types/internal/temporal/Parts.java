package dev.ectype.types.internal.temporal;

import dev.ectype.types.internal.number.Integers;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Dates and times given as a map of parts, as the select boxes of a form send them. */
public final class Parts {
    private Parts() {}

    /** Tells whether year, month and day are all blank text or all null. */
    public static boolean isBlankDate(Map<?, ?> map) {
        return areBlank(map, "year", "month", "day");
    }

    /** Tells whether hour and minute are both blank text or both null. */
    public static boolean isBlankTime(Map<?, ?> map) {
        return areBlank(map, "hour", "minute");
    }

    /** Tells whether year, month, day, hour and minute are all blank text or all null. */
    public static boolean isBlankDateTime(Map<?, ?> map) {
        return areBlank(map, "year", "month", "day", "hour", "minute");
    }

    /** Reads year, month and day. */
    public static @Nullable LocalDate date(Map<?, ?> map) {
        Long year = integer(get(map, "year"));
        Long month = integer(get(map, "month"));
        Long day = integer(get(map, "day"));
        return (year == null || month == null || day == null) ? null : IsoReader.dateOf(year, month, day);
    }

    /** Reads hour and minute, and second and microsecond, which are zero if they are not whole numbers. */
    public static @Nullable LocalTime time(Map<?, ?> map) {
        Long hour = integer(get(map, "hour"));
        Long minute = integer(get(map, "minute"));
        if (hour == null || minute == null) {
            return null;
        }
        return IsoReader.timeOf(hour, minute, orZero(get(map, "second")), orZero(get(map, "microsecond")));
    }

    /** Reads a whole number or its text; what does not fit a long becomes its largest value, which no part allows. */
    static @Nullable Long integer(@Nullable Object part) {
        Number number = part == null ? null : Integers.cast(part);
        if (number == null) {
            return null;
        }
        return number instanceof Long small ? small : Long.valueOf(Long.MAX_VALUE);
    }

    private static long orZero(@Nullable Object part) {
        Long number = integer(part);
        return number == null ? 0 : number;
    }

    private static boolean areBlank(Map<?, ?> map, String... keys) {
        Object first = get(map, keys[0]);
        if (first != null && !isEmptyText(first)) {
            return false;
        }
        for (String key : keys) {
            if (!isSameBlank(first, get(map, key)) || !has(map, key)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSameBlank(@Nullable Object blank, @Nullable Object part) {
        return blank == null ? part == null : isEmptyText(part);
    }

    private static boolean isEmptyText(@Nullable Object part) {
        return part instanceof String text && text.isEmpty();
    }

    private static boolean has(Map<?, ?> map, String key) {
        try {
            return map.containsKey(key);
        } catch (RuntimeException hostile) {
            return false; // such as a sorted map of other keys: it has no such part
        }
    }

    private static @Nullable Object get(Map<?, ?> map, String key) {
        try {
            return map.get(key);
        } catch (RuntimeException hostile) {
            return null; // such as a sorted map of other keys: it has no such part
        }
    }
}
