package dev.ectype.adapter.dynamo.internal.codec;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The texts of values: Unicode as UTF-8 holds it, and times in ISO 8601 with as many digits as make them sort. */
final class Texts {
    private static final int LAST_YEAR = 9999;
    private static final String ZEROS = "000000";

    private Texts() {}

    /**
     * Returns the text itself.
     *
     * @throws Unstorable if it holds half a surrogate pair, which would come back as another character
     */
    static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                i = endOfPair(text, i);
            }
        }
        return text;
    }

    private static int endOfPair(String text, int at) {
        boolean whole = Character.isHighSurrogate(text.charAt(at))
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1));
        if (!whole) {
            throw new Unstorable("the text has half a surrogate pair at " + at + " and is no valid Unicode");
        }
        return at + 1;
    }

    static String date(Object value) {
        LocalDate date = (LocalDate) value;
        requireYear(date.getYear());
        return date.toString();
    }

    static String time(Object value) {
        LocalTime time = (LocalTime) value;
        requireMicroseconds(time.truncatedTo(ChronoUnit.MICROS).equals(time));
        return time.toString();
    }

    static String dateTime(Object value) {
        LocalDateTime moment = (LocalDateTime) value;
        requireYear(moment.getYear());
        requireMicroseconds(moment.truncatedTo(ChronoUnit.MICROS).equals(moment));
        return moment.toString();
    }

    /** The fraction has always six digits: a Z would sort behind the point of a fraction. */
    static String instant(Object value) {
        Instant moment = (Instant) value;
        requireYear(moment.atOffset(ZoneOffset.UTC).getYear());
        requireMicroseconds(moment.truncatedTo(ChronoUnit.MICROS).equals(moment));
        String text = moment.toString();
        int seconds = text.indexOf('.');
        String whole = text.substring(0, seconds < 0 ? text.length() - 1 : seconds);
        String fraction = seconds < 0 ? "" : text.substring(seconds + 1, text.length() - 1);
        return whole + "." + fraction + ZEROS.substring(fraction.length()) + "Z";
    }

    private static void requireYear(int year) {
        if (year < 0 || year > LAST_YEAR) {
            throw new Unstorable("times are stored as text that sorts, which it does for years 0 to 9999");
        }
    }

    private static void requireMicroseconds(boolean whole) {
        if (!whole) {
            throw new Unstorable("times are stored to the microsecond: truncate what is finer");
        }
    }
}
