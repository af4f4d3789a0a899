package dev.ectype.examples.directory.report;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Collects rejections. Only the first ones are kept in memory; all of them are only had from a file. Not safe for use by
 * several threads.
 */
public final class RejectionLog implements AutoCloseable {
    private final int kept;
    private final Optional<RejectionFile> file;
    private final List<List<String>> first = new ArrayList<>();
    private List<String> widest = Rejection.TITLES;
    private long size;

    /**
     * Creates an empty log.
     *
     * @param kept how many rejections stay in memory
     * @param file where every rejection goes as well
     */
    public RejectionLog(int kept, Optional<RejectionFile> file) {
        this.kept = kept;
        this.file = file;
    }

    /** Adds one rejection. */
    public void add(Rejection rejection) {
        size++;
        List<String> cells = rejection.cells();
        if (first.size() < kept) {
            first.add(cells);
        }
        widest = TextTable.widest(widest, cells);
        file.ifPresent(whole -> whole.write(rejection));
    }

    /** Returns how many rejections were added. */
    public long size() {
        return size;
    }

    /** Prints the first rejections, and how many more there are. */
    public void printFirst(PrintStream out, int terminalWidth) {
        TextTable.print(out, Rejection.TITLES, first, terminalWidth);
        if (size > first.size()) {
            out.printf("  and %,d more; --all prints them, --rejected=FILE writes them.%n", size - first.size());
        }
    }

    /** Prints every rejection; the log has to be closed before, and must have a file. */
    public void printAll(PrintStream out, int terminalWidth) {
        TextTable table = TextTable.layOut(Rejection.TITLES, List.of(widest), terminalWidth);
        table.printTitles(out);
        Consumer<List<String>> print = row -> table.printRow(out, row);
        file.orElseThrow().forEach(print);
    }

    /** Completes the file. */
    @Override
    public void close() {
        file.ifPresent(RejectionFile::close);
    }
}
