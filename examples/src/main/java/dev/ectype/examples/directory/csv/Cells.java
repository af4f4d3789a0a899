package dev.ectype.examples.directory.csv;

import dev.ectype.examples.directory.report.Display;
import java.util.List;
import java.util.stream.Collectors;

/** What is done to the text of a cell before anyone reads it. */
final class Cells {
    private static final int MOST_QUOTED = 20;

    private Cells() {}

    /** Removes white space at both ends; that of Unicode, such as no-break spaces, as well. */
    static String strip(String cell) {
        int from = 0;
        int to = cell.length();
        while (from < to && isSpace(cell.charAt(from))) {
            from++;
        }
        while (from < to && isSpace(cell.charAt(to - 1))) {
            to--;
        }
        return cell.substring(from, to);
    }

    /** Writes names so that a sentence can list them, however many and long they are. */
    static String quoted(List<String> names) {
        String listed = names.stream()
                .limit(MOST_QUOTED)
                .map(name -> "'" + Display.fit(name, 40).strip() + "'")
                .collect(Collectors.joining(", "));
        int more = names.size() - MOST_QUOTED;
        return more > 0 ? listed + " and " + more + " more" : listed;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF';
    }
}
