package dev.ectype.types.internal.temporal;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.chrono.IsoChronology;
import org.jspecify.annotations.Nullable;

/** Reads the parts of one ISO 8601 text from left to right. Nothing throws: a part that is not there is null. */
final class IsoReader {
    /** The offset of a text without one. */
    static final int NO_OFFSET = Integer.MIN_VALUE;

    private static final int FRACTION_DIGITS = 6;
    private static final int NANOS_PER_MICRO = 1_000;
    private static final int DAYS_OF_EVERY_MONTH = 28;

    private final String text;
    private int at;

    IsoReader(String text) {
        this.text = text;
    }

    boolean isAtEnd() {
        return at == text.length();
    }

    boolean take(char expected) {
        if (at < text.length() && text.charAt(at) == expected) {
            at++;
            return true;
        }
        return false;
    }

    /** Reads {@code [+-]YYYY-MM-DD}. */
    @Nullable LocalDate date() {
        boolean negative = take('-');
        if (!negative) {
            take('+');
        }
        int year = digits(4);
        int month = take('-') ? digits(2) : -1;
        int day = take('-') ? digits(2) : -1;
        return year < 0 ? null : dateOf(negative ? -year : year, month, day);
    }

    /** Reads {@code HH:MM:SS} and an optional fraction, of which six digits count. */
    @Nullable LocalTime time() {
        int hour = digits(2);
        int minute = take(':') ? digits(2) : -1;
        int second = take(':') ? digits(2) : -1;
        int micros = (take('.') || take(',')) ? fraction() : 0;
        return timeOf(hour, minute, second, micros);
    }

    /**
     * Reads what follows a time, up to the end: nothing, {@code Z}, {@code +HH:MM}, {@code +HHMM} or {@code +HH}.
     * Returns seconds, {@link #NO_OFFSET} if there is none, or null if the rest is something else.
     */
    @Nullable Integer offset() {
        if (isAtEnd()) {
            return NO_OFFSET;
        }
        String rest = text.substring(at);
        if (rest.equals("Z")) {
            return 0;
        }
        // ISO 8601 gives this one no meaning.
        return rest.equals("-00:00") ? null : signedOffset();
    }

    static @Nullable LocalDate dateOf(long year, long month, long day) {
        if (Math.abs(year) > Moments.MAX_YEAR || month < 1 || month > 12 || day < 1) {
            return null;
        }
        // YearMonth and Year would do, but loading them loads all of java.time.format.
        boolean exists = day <= DAYS_OF_EVERY_MONTH
                || day <= Month.of((int) month).length(IsoChronology.INSTANCE.isLeapYear(year));
        return exists ? LocalDate.of((int) year, (int) month, (int) day) : null;
    }

    static @Nullable LocalTime timeOf(long hour, long minute, long second, long micros) {
        boolean valid = isBelow(hour, 24) && isBelow(minute, 60) && isBelow(second, 60) && isBelow(micros, 1_000_000);
        return valid ? LocalTime.of((int) hour, (int) minute, (int) second, (int) micros * NANOS_PER_MICRO) : null;
    }

    private static boolean isBelow(long value, long limit) {
        return value >= 0 && value < limit;
    }

    private @Nullable Integer signedOffset() {
        int sign = take('-') ? -1 : take('+') ? 1 : 0;
        int hours = digits(2);
        boolean colon = take(':');
        int minutes = (isAtEnd() && !colon) ? 0 : digits(2);
        boolean valid = sign != 0 && isBelow(hours, 24) && isBelow(minutes, 60) && isAtEnd();
        return valid ? Integer.valueOf(sign * (hours * 60 + minutes) * 60) : null;
    }

    private int digits(int count) {
        if (at + count > text.length()) {
            return -1;
        }
        int value = 0;
        for (int end = at + count; at < end; at++) {
            int digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private int fraction() {
        int start = at;
        int value = 0;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            if (at - start < FRACTION_DIGITS) {
                value = value * 10 + text.charAt(at) - '0';
            }
            at++;
        }
        for (int i = at - start; i < FRACTION_DIGITS; i++) {
            value *= 10;
        }
        return at == start ? -1 : value;
    }
}
