package dev.ectype.examples.directory;

import dev.ectype.changeset.Path;
import dev.ectype.examples.directory.csv.CsvRow;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the flat cells of a row stand for the nested params of a person, and back for errors. */
final class PersonParams {
    /** The columns that a file must have. */
    static final List<String> COLUMNS =
            List.of("name", "email", "phone", "country", "city", "born", "age", "skills", "status", "joined");

    /** Compares columns by their usual place. */
    static final Comparator<String> FILE_ORDER = Comparator.comparing(COLUMNS::indexOf);

    private static final List<String> ADDRESS = List.of("country", "city");

    private PersonParams() {}

    /** Returns the params that a row says. */
    static Map<String, Object> of(CsvRow row) {
        Map<String, Object> params = new HashMap<>(row.cells());
        Map<String, Object> address = new HashMap<>();
        ADDRESS.forEach(column -> address.put(column, row.cells().getOrDefault(column, "")));
        params.put("address", address);
        params.put("skills", split(row.cells().getOrDefault("skills", "")));
        return params;
    }

    /** Returns the column from which the value at a path comes, or an empty text for none. */
    static String columnOf(Path path) {
        String column = "";
        for (Path.Segment step : path.segments()) {
            column = COLUMNS.contains(step.text()) ? step.text() : column;
        }
        return column;
    }

    private static List<String> split(String skills) {
        return Arrays.stream(skills.split(";", -1))
                .map(String::strip)
                .filter(skill -> !skill.isEmpty())
                .toList();
    }
}
