package dev.ectype.changeset.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts what people see as characters. */
public final class Graphemes {

    private Graphemes() {}

    /** Returns the number of grapheme clusters. */
    public static int count(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x300 || c == '\r' || c == 0xAD) {
                return countClusters(text);
            }
        }
        return text.length();
    }

    private static int countClusters(String text) {
        Matcher matcher = Clusters.ONE.matcher(text);
        int count = 0;
        while (matcher.find()) {
            count++;
        }
        return count;
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

    private static final class Clusters {
        static final Pattern ONE = Pattern.compile("\\X");
    }
}
