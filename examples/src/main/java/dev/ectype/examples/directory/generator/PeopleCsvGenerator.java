package dev.ectype.examples.directory.generator;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes a CSV of made-up people: first somebody whom every example can ask for, then one row for everything that can be
 * wrong, then many rows of whom some are wrong. The same seed and number of rows give the same bytes.
 */
public final class PeopleCsvGenerator {
    /** The seed of the bundled file. */
    public static final long SEED = 20_260_101L;

    /** The number of rows in the bundled file. */
    public static final int ROWS = 1_200;

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final List<String> COLUMNS =
            List.of("name", "email", "phone", "country", "city", "born", "age", "skills", "status", "joined");
    private static final List<String> FIRST = List.of(
            "Ελένη Παπαδοπούλου",
            "eleni@example.org",
            "694 123 4567",
            "GR",
            "Athens",
            "1990-03-14",
            "35",
            "java;sql",
            "active",
            "2019-09-02T08:30:00Z");
    private static final List<Mess> MESSES = List.of(Mess.values());
    private static final int SPOILED_PERCENT = 30;

    private final Dice dice;
    private final PlainPerson people;

    private PeopleCsvGenerator(long seed) {
        dice = new Dice(seed);
        people = new PlainPerson(dice);
    }

    /** Writes a file: {@code PeopleCsvGenerator FILE [ROWS [SEED]]}. */
    public static void main(String[] args) throws IOException {
        int rows = args.length > 1 ? Integer.parseInt(args[1]) : ROWS;
        long seed = args.length > 2 ? Long.parseLong(args[2]) : SEED;
        try (Writer file = Files.newBufferedWriter(Path.of(args[0]))) {
            write(file, rows, seed);
        }
    }

    /** Writes the CSV with its header and so many rows below it. */
    public static void write(Writer target, int rows, long seed) {
        PeopleCsvGenerator generator = new PeopleCsvGenerator(seed);
        try {
            target.write(BYTE_ORDER_MARK);
            CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(target);
            csv.writeRecord(COLUMNS);
            for (int row = 0; row < rows; row++) {
                csv.writeRecord(generator.row(row));
            }
            csv.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<String> row(int number) {
        if (number == 0) {
            return FIRST;
        }
        Map<String, String> cells = people.cells(number);
        if (number <= MESSES.size()) {
            return spoil(cells, MESSES.get(number - 1));
        }
        return dice.percent(SPOILED_PERCENT) ? spoil(cells, randomMess()) : List.copyOf(cells.values());
    }

    private Mess randomMess() {
        Mess mess = dice.pick(MESSES);
        return mess == Mess.NAME_OF_TEN_KILOBYTES ? Mess.NO_NAME : mess;
    }

    private static List<String> spoil(Map<String, String> cells, Mess mess) {
        mess.spoil(cells);
        List<String> row = new ArrayList<>(cells.values());
        if (mess == Mess.CELL_MISSING) {
            row.remove(row.size() - 1);
        } else if (mess == Mess.CELL_TOO_MANY) {
            row.add("?");
        }
        return List.copyOf(row);
    }
}
