package dev.ectype.examples.directory.csv;

import dev.ectype.examples.directory.report.Display;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which known column stands where. Names are compared without regard to case and white space around them. */
final class Header {
    private final List<String> found;
    private final Map<String, Integer> places;

    private Header(List<String> found, Map<String, Integer> places) {
        this.found = found;
        this.places = places;
    }

    /**
     * Reads the first line of a file.
     *
     * @throws UnreadableCsvException if a known column is missing or stands there twice
     */
    static Header read(String position, List<String> known, List<String> firstLine) {
        List<String> found =
                firstLine.stream().map(Cells::strip).map(Header::lowerCase).toList();
        HeaderFaults faults = new HeaderFaults(position, known, found);
        Map<String, Integer> places = new LinkedHashMap<>();
        for (String column : known) {
            faults.refuseTwice(column);
            places.put(column, found.indexOf(column));
        }
        faults.refuseMissing();
        return new Header(found, places);
    }

    /** Returns the columns that nobody asked for, in the order of the file. */
    List<String> extras() {
        return found.stream().filter(column -> !places.containsKey(column)).toList();
    }

    /** Returns the number of cells that a row must have. */
    int size() {
        return found.size();
    }

    /** Picks the cells of the known columns out of a row. */
    Map<String, String> pick(List<String> row) {
        Map<String, String> cells = new LinkedHashMap<>();
        places.forEach((column, place) -> cells.put(column, Cells.strip(row.get(place))));
        return cells;
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The sentences about a first line that does not fit. */
    private record HeaderFaults(String position, List<String> known, List<String> found) {

        void refuseTwice(String column) {
            int first = found.indexOf(column);
            int last = found.lastIndexOf(column);
            if (first != last) {
                throw new UnreadableCsvException(String.format(
                        "%s: the column '%s' stands there twice, as cell %d and cell %d; remove or rename one.",
                        position, column, first + 1, last + 1));
            }
        }

        void refuseMissing() {
            List<String> missing =
                    known.stream().filter(column -> !found.contains(column)).toList();
            if (!missing.isEmpty()) {
                throw new UnreadableCsvException(String.format(
                        "%s: %s missing; the columns found are %s.%s",
                        position, subject(missing), Display.list(found), hint(missing)));
            }
        }

        private static String subject(List<String> missing) {
            String names = Display.list(missing);
            return missing.size() == 1 ? "the column " + names + " is" : "the columns " + names + " are";
        }

        private String hint(List<String> missing) {
            if (found.size() == 1) {
                return separatorHint(found.get(0));
            }
            List<String> unused =
                    found.stream().filter(column -> !known.contains(column)).toList();
            List<String> hints = new ArrayList<>();
            for (String column : missing) {
                Spelling.closest(column, unused).ifPresent(close -> hints.add("'" + column + "' for '" + close + "'"));
            }
            return hints.isEmpty() ? "" : " Did you mean " + String.join(", ", hints) + "?";
        }

        private static String separatorHint(String only) {
            boolean other = only.indexOf(';') >= 0 || only.indexOf('\t') >= 0;
            return other ? " Are the cells separated by something else than a comma?" : "";
        }
    }
}
