package dev.ectype.adapter.ldap.internal.value;

import com.unboundid.util.StaticUtils;
import dev.ectype.error.MappingException;
import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** GeneralizedTime (RFC 4517, 3.3.13) in universal time, with as many digits of a second as there are. */
final class GeneralizedTime {
    private static final int LAST_YEAR = 9999;
    private static final int SECONDS = 14;

    private GeneralizedTime() {}

    static String print(LocalDateTime time) {
        requireYear(time.getYear());
        StringBuilder text = new StringBuilder(22);
        padded(text, time.getYear(), 4);
        padded(text, time.getMonthValue(), 2);
        padded(text, time.getDayOfMonth(), 2);
        padded(text, time.getHour(), 2);
        padded(text, time.getMinute(), 2);
        padded(text, time.getSecond(), 2);
        return fraction(text, time.getNano() / 1000).append('Z').toString();
    }

    static String print(Instant instant) {
        return print(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    private static void requireYear(int year) {
        if (year < 0 || year > LAST_YEAR) {
            throw new MappingException(
                    MappingException.Kind.DATA,
                    "GeneralizedTime holds the years 0 to 9999 and no other",
                    Map.of("year", year));
        }
    }

    private static void padded(StringBuilder text, int number, int width) {
        String digits = Integer.toString(number);
        text.append("0".repeat(width - digits.length())).append(digits);
    }

    private static StringBuilder fraction(StringBuilder text, int micros) {
        if (micros == 0) {
            return text;
        }
        text.append('.');
        padded(text, micros, 6);
        while (text.charAt(text.length() - 1) == '0') {
            text.setLength(text.length() - 1);
        }
        return text;
    }

    static Instant parse(String text) {
        if (text.length() < SECONDS + 1 || text.charAt(text.length() - 1) != 'Z') {
            return parseRare(text);
        }
        LocalDateTime whole = LocalDateTime.of(
                number(text, 0, 4),
                number(text, 4, 6),
                number(text, 6, 8),
                number(text, 8, 10),
                number(text, 10, 12),
                number(text, 12, SECONDS));
        return whole.plusNanos(nanos(text)).toInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static long nanos(String text) {
        int end = text.length() - 1;
        if (end == SECONDS) {
            return 0;
        }
        char separator = text.charAt(SECONDS);
        if ((separator != '.' && separator != ',') || end == SECONDS + 1) {
            throw new IllegalArgumentException("no fraction of a second");
        }
        String digits = text.substring(SECONDS + 1, Math.min(end, SECONDS + 10));
        return Long.parseLong(digits + "0".repeat(9 - digits.length()));
    }

    /** Reads what others write: minutes or hours only, and offsets from universal time. */
    private static Instant parseRare(String text) {
        try {
            return StaticUtils.decodeGeneralizedTime(text).toInstant();
        } catch (ParseException e) {
            throw new IllegalArgumentException("no GeneralizedTime", e);
        }
    }
}
