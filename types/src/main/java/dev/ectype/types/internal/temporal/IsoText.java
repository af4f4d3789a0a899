package dev.ectype.types.internal.temporal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times in ISO 8601 text: seconds may be missing where there is no offset, a space may stand for the
 * {@code T}, years have four digits and may have a sign.
 */
public final class IsoText {
    private static final int TIME_TO_MINUTE = "HH:MM".length();
    private static final int DATE_TIME_TO_MINUTE = "YYYY-MM-DDTHH:MM".length();

    private IsoText() {}

    /** Reads a date, or the date of a full date and time, whose offset does not matter. */
    public static @Nullable LocalDate date(String text) {
        IsoReader reader = new IsoReader(text);
        LocalDate date = reader.date();
        if (date == null || reader.isAtEnd()) {
            return date;
        }
        LocalDateTime full = rest(reader, date, false);
        return full == null ? null : full.toLocalDate();
    }

    /** Reads a time; an offset is checked and left out. */
    public static @Nullable LocalTime time(String text) {
        if (text.length() == TIME_TO_MINUTE && text.charAt(2) == ':') {
            return timeToMinute(text, 0);
        }
        IsoReader reader = new IsoReader(text);
        reader.take('T');
        LocalTime time = reader.time();
        return (time == null || reader.offset() == null) ? null : time;
    }

    /** Reads a date and time; an offset is checked and left out. */
    public static @Nullable LocalDateTime local(String text) {
        return signed(text, false);
    }

    /** Reads a date and time as UTC: an offset is subtracted. */
    public static @Nullable LocalDateTime utc(String text) {
        return signed(text, true);
    }

    // Every minus sign turns the year around, after the offset was applied.
    private static @Nullable LocalDateTime signed(String text, boolean shift) {
        int signs = 0;
        while (signs < text.length() && text.charAt(signs) == '-') {
            signs++;
        }
        LocalDateTime read = unsigned(signs == 0 ? text : text.substring(signs), shift);
        return (read == null || signs % 2 == 0) ? read : read.withYear(-read.getYear());
    }

    private static @Nullable LocalDateTime unsigned(String text, boolean shift) {
        if (isToMinute(text)) {
            LocalDate date = dateParts(text);
            LocalTime time = timeToMinute(text, text.length() - TIME_TO_MINUTE);
            return (date == null || time == null) ? null : date.atTime(time);
        }
        IsoReader reader = new IsoReader(text);
        LocalDate date = reader.date();
        return date == null ? null : rest(reader, date, shift);
    }

    private static @Nullable LocalDateTime rest(IsoReader reader, LocalDate date, boolean shift) {
        LocalTime time = (reader.take('T') || reader.take(' ')) ? reader.time() : null;
        Integer offset = time == null ? null : reader.offset();
        if (time == null || offset == null) {
            return null;
        }
        LocalDateTime read = date.atTime(time);
        return (shift && offset != IsoReader.NO_OFFSET) ? read.minusSeconds(offset) : read;
    }

    private static boolean isToMinute(String text) {
        return text.length() == DATE_TIME_TO_MINUTE
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && (text.charAt(10) == 'T' || text.charAt(10) == ' ')
                && text.charAt(13) == ':';
    }

    private static @Nullable LocalDate dateParts(String text) {
        Long year = Parts.integer(text.substring(0, 4));
        Long month = Parts.integer(text.substring(5, 7));
        Long day = Parts.integer(text.substring(8, 10));
        return (year == null || month == null || day == null) ? null : IsoReader.dateOf(year, month, day);
    }

    private static @Nullable LocalTime timeToMinute(String text, int from) {
        Long hour = Parts.integer(text.substring(from, from + 2));
        Long minute = Parts.integer(text.substring(from + 3));
        return (hour == null || minute == null) ? null : IsoReader.timeOf(hour, minute, 0, 0);
    }
}
