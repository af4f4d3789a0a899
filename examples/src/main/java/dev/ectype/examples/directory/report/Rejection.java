package dev.ectype.examples.directory.report;

import java.util.List;

/**
 * One reason why one row was not stored. A row may have several.
 *
 * @param row the number of the row below the header, from 1
 * @param line the line of the file on which it begins
 * @param field the column, or an empty text if the whole row is meant
 * @param value what stood there; kept short, however long the cell is
 * @param message what is wrong with it
 */
public record Rejection(long row, long line, String field, String value, String message) {
    /** The titles of {@link #cells}. */
    public static final List<String> TITLES = List.of("row", "line", "field", "value", "message");

    private static final int LONGEST_VALUE = 200;

    /** Cuts the value. */
    public Rejection {
        value = value.length() <= LONGEST_VALUE ? value : shorten(value);
    }

    /** Returns the rejection as a row of a table. */
    public List<String> cells() {
        return List.of(Long.toString(row), Long.toString(line), field, value, message);
    }

    private static String shorten(String value) {
        int end = Character.isHighSurrogate(value.charAt(LONGEST_VALUE - 1)) ? LONGEST_VALUE - 1 : LONGEST_VALUE;
        return value.substring(0, end) + "…";
    }
}
