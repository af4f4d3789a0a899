package dev.ectype.examples.directory.csv;

/** What is done to the text of a cell before anyone reads it. */
final class Cells {
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

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF';
    }
}
