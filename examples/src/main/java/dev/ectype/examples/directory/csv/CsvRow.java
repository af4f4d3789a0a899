package dev.ectype.examples.directory.csv;

import java.util.Map;

/**
 * One row as it stands in the file.
 *
 * @param number its place among the rows below the header, from 1
 * @param line the line of the file on which it begins; cells may contain line breaks, so this may run ahead
 * @param cells the text of each known column, without white space around it
 * @param fault why the row cannot be read at all, or an empty text
 */
public record CsvRow(long number, long line, Map<String, String> cells, String fault) {

    /** Copies the map. */
    public CsvRow {
        cells = Map.copyOf(cells);
    }

    /** Tells whether the cells can be used. */
    public boolean isReadable() {
        return fault.isEmpty();
    }
}
