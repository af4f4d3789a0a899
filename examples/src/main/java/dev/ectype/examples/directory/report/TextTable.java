package dev.ectype.examples.directory.report;

import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table of text that is never wider than the terminal. Its columns are as wide as a sample of rows needs; when that is
 * too much, the widest give way, the last one least, and their cells are cut. Immutable.
 */
public final class TextTable {
    private static final String GAP = "  ";
    private static final int NARROWEST = 40;

    private final List<String> titles;
    private final int[] widths;

    private TextTable(List<String> titles, int[] widths) {
        this.titles = titles;
        this.widths = widths;
    }

    /** Lays out the columns for rows like those of the sample, each with one cell a title. */
    public static TextTable layOut(List<String> titles, Collection<List<String>> sample, int terminalWidth) {
        int[] widths = IntStream.range(0, titles.size())
                .map(column -> widest(titles, sample, column, Math.max(terminalWidth, NARROWEST)))
                .toArray();
        int room = Math.max(terminalWidth, NARROWEST) - GAP.length() * titles.size();
        while (IntStream.of(widths).sum() > room) {
            widths[indexOfWidest(widths)]--;
        }
        return new TextTable(List.copyOf(titles), widths);
    }

    /** Returns the wider cell of each column of two rows; it stands for both as a sample. */
    public static List<String> widest(List<String> left, List<String> right) {
        return IntStream.range(0, left.size())
                .mapToObj(column -> wider(left.get(column), right.get(column)))
                .toList();
    }

    private static String wider(String left, String right) {
        return Display.width(left, Integer.MAX_VALUE) < Display.width(right, Integer.MAX_VALUE) ? right : left;
    }

    /** Prints a table whose rows are all at hand; one line says so if there are none. */
    public static void print(PrintStream out, List<String> titles, Collection<List<String>> rows, int terminalWidth) {
        if (rows.isEmpty()) {
            out.println(GAP + "(none)");
            return;
        }
        TextTable table = layOut(titles, rows, terminalWidth);
        table.printTitles(out);
        rows.forEach(row -> table.printRow(out, row));
    }

    /** Prints the titles and a rule below them. */
    public void printTitles(PrintStream out) {
        printRow(out, titles);
        printRow(out, IntStream.of(widths).mapToObj("─"::repeat).toList());
    }

    /** Prints one row. */
    public void printRow(PrintStream out, List<String> cells) {
        String line = IntStream.range(0, widths.length)
                .mapToObj(column -> GAP + Display.fit(cells.get(column), widths[column]))
                .collect(Collectors.joining());
        out.println(line.stripTrailing());
    }

    private static int widest(List<String> titles, Collection<List<String>> sample, int column, int limit) {
        int title = Display.width(titles.get(column), limit);
        return sample.stream()
                .mapToInt(row -> Display.width(row.get(column), limit))
                .reduce(title, Math::max);
    }

    /** The last column counts as half as wide, since what matters most is said there. */
    private static int indexOfWidest(int[] widths) {
        int last = widths.length - 1;
        int widest =
                IntStream.range(0, last).reduce(0, (wider, column) -> widths[column] > widths[wider] ? column : wider);
        return widths[last] > 2 * widths[widest] ? last : widest;
    }
}
