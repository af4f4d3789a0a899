package dev.ectype.tck.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The first table of a Markdown text, whose heading names stores; cells of other stores than the one that is told stay. */
final class StoresTable {
    private static final Pattern TABLE = Pattern.compile("(?m)(?:^\\|.*\\|\\n)+");

    private final List<String> stores;
    private final Map<String, String> cells = new HashMap<>();

    private StoresTable(List<List<String>> rows) {
        stores = rows.get(0).subList(1, rows.get(0).size());
        for (List<String> row : rows) {
            for (int i = 1; i < row.size(); i++) {
                cells.put(key(row.get(0), stores.get(i - 1)), row.get(i));
            }
        }
    }

    /** Reads the table of a text, which must have a column for the store. */
    static StoresTable of(String text, String store) {
        Matcher found = TABLE.matcher(text);
        assertThat(found.find()).as("the page has a table").isTrue();
        StoresTable table =
                new StoresTable(found.group().lines().map(StoresTable::cellsOf).toList());
        assertThat(table.stores).as("the heading of the table names the store").contains(store);
        return table;
    }

    private static List<String> cellsOf(String line) {
        return Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
                .map(String::strip)
                .toList();
    }

    private static String key(String row, String store) {
        return row + "|" + store;
    }

    void put(String row, String store, String cell) {
        cells.put(key(row, store), cell);
    }

    /** Returns the text with this table, which has these rows, in place of its own. */
    String in(String text, List<String> rows) {
        List<String> lines = new ArrayList<>();
        lines.add(line("", stores));
        lines.add(line("---", stores.stream().map(store -> ":-:").toList()));
        for (String row : rows) {
            lines.add(line(
                    row,
                    stores.stream()
                            .map(store -> cells.getOrDefault(key(row, store), ""))
                            .toList()));
        }
        return TABLE.matcher(text).replaceFirst(Matcher.quoteReplacement(String.join("\n", lines) + "\n"));
    }

    private static String line(String first, List<String> rest) {
        return Stream.concat(Stream.of(first), rest.stream()).collect(Collectors.joining(" | ", "| ", " |"));
    }
}
