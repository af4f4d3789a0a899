package dev.ectype.changeset.internal;

/**
 * Counts what people see as characters: extended grapheme clusters as Unicode's annex 29 defines them, without its rule for
 * conjuncts (GB9c). The rules are here and not the platform's {@code \X}, whose answers differ from release to release.
 */
public final class Graphemes {

    private Graphemes() {}

    /** Returns the number of grapheme clusters. */
    public static int count(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x300 || c == '\r' || c == 0xA9 || c == 0xAE) {
                return countClusters(text);
            }
        }
        return text.length();
    }

    private static int countClusters(String text) {
        int clusters = 0;
        int index = 0;
        GraphemeClass before = GraphemeClass.CONTROL;
        boolean flagOpen = false;
        boolean pictured = false;
        boolean joined = false;
        while (index < text.length()) {
            int point = text.codePointAt(index);
            index += Character.charCount(point);
            GraphemeClass now = GraphemeClass.of(point);
            boolean pair = flagOpen && now == GraphemeClass.FLAG;
            boolean sequence = joined && now == GraphemeClass.PICTURE;
            if (!pair && !sequence && GraphemeClass.isBreak(before, now)) {
                clusters++;
            }
            flagOpen = now == GraphemeClass.FLAG && !pair;
            joined = pictured && now == GraphemeClass.JOINER;
            pictured = now == GraphemeClass.PICTURE || (pictured && now == GraphemeClass.EXTEND);
            before = now;
        }
        return clusters;
    }

    /** Returns the number of bytes that a text has in UTF-8. */
    public static int utf8Length(String text) {
        int bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                bytes += c >= 0x800 && !Character.isSurrogate(c) ? 2 : 1;
            }
        }
        return bytes;
    }
}
