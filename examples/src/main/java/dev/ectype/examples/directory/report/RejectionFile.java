package dev.ectype.examples.directory.report;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** A CSV of rejections: written one by one, so that their number costs no memory, and read back the same way. */
public final class RejectionFile implements AutoCloseable {
    private final Path path;
    private final CsvWriter writer;

    private RejectionFile(Path path, CsvWriter writer) {
        this.path = path;
        this.writer = writer;
    }

    /**
     * Creates the file, or empties it if it is there.
     *
     * @throws IOException if it cannot be written
     */
    public static RejectionFile create(Path path) throws IOException {
        CsvWriter writer = CsvWriter.builder().build(path);
        writer.writeRecord(Rejection.TITLES);
        return new RejectionFile(path, writer);
    }

    /** Creates a file that is gone when the program ends. */
    public static RejectionFile temporary() throws IOException {
        Path path = Files.createTempFile("rejected", ".csv");
        path.toFile().deleteOnExit();
        return create(path);
    }

    /** Adds one rejection. */
    public void write(Rejection rejection) {
        writer.writeRecord(rejection.cells());
    }

    /** Writes what is still in memory; nothing can be added afterwards. */
    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Reads the rejections of a closed file, as rows of a table. */
    public void forEach(Consumer<List<String>> action) {
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(path)) {
            rows.stream().skip(1).map(CsvRecord::getFields).forEach(action);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
