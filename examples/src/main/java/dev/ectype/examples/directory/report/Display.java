package dev.ectype.examples.directory.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How text appears in a terminal: how many places it takes, and what is shown for characters that would move the cursor,
 * change colours or turn the direction of the line. Emoji that are joined from several are counted as several.
 */
public final class Display {
    private static final String CUT = "…";
    private static final int MOST_LISTED = 20;
    private static final int LONGEST_LISTED = 40;

    private Display() {}

    /** Returns a text in exactly so many places: cut with an ellipsis, or filled with spaces; controls are escaped. */
    public static String fit(String text, int places) {
        boolean whole = width(text, places + 1) <= places;
        int room = whole ? places : places - 1;
        StringBuilder shown = new StringBuilder(places + CUT.length());
        int used = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            if (used + width(codePoint) > room) {
                break;
            }
            shown.append(escape(codePoint));
            used += width(codePoint);
            i += Character.charCount(codePoint);
        }
        return shown.append(whole ? "" : CUT).append(" ".repeat(room - used)).toString();
    }

    /** Returns the number of places that {@link #fit} needs to show all of a text, or the limit if it is more. */
    public static int width(String text, int limit) {
        int used = 0;
        for (int i = 0; i < text.length() && used < limit; ) {
            int codePoint = text.codePointAt(i);
            used += width(codePoint);
            i += Character.charCount(codePoint);
        }
        return Math.min(used, limit);
    }

    /** Writes names in quotes so that a sentence can list them, however many and long they are. */
    public static String list(List<String> names) {
        String listed = names.stream()
                .limit(MOST_LISTED)
                .map(name -> "'" + fit(name, LONGEST_LISTED).strip() + "'")
                .collect(Collectors.joining(", "));
        int more = names.size() - MOST_LISTED;
        return more > 0 ? listed + " and " + more + " more" : listed;
    }

    private static String escape(int codePoint) {
        return switch (codePoint) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> isUnsafe(codePoint) ? String.format("\\u%04X", codePoint) : Character.toString(codePoint);
        };
    }

    private static boolean isUnsafe(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> isDirectionMark(codePoint);
        };
    }

    private static boolean isDirectionMark(int codePoint) {
        return (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }

    private static int width(int codePoint) {
        return codePoint < ' ' || isUnsafe(codePoint) ? escape(codePoint).length() : drawnWidth(codePoint);
    }

    private static int drawnWidth(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(codePoint) ? 2 : 1;
        };
    }

    /** The blocks of East Asian wide characters and of emoji, as terminals draw them. */
    private static boolean isWide(int codePoint) {
        return (codePoint >= 0x1100 && codePoint <= 0x115F)
                || (codePoint >= 0x2E80 && codePoint <= 0xA4CF && codePoint != 0x303F)
                || (codePoint >= 0xAC00 && codePoint <= 0xD7A3)
                || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
                || (codePoint >= 0xFE30 && codePoint <= 0xFE6F)
                || (codePoint >= 0xFF00 && codePoint <= 0xFF60)
                || (codePoint >= 0xFFE0 && codePoint <= 0xFFE6)
                || (codePoint >= 0x1F300 && codePoint <= 0x1FAFF)
                || (codePoint >= 0x20000 && codePoint <= 0x3FFFD);
    }
}
