package dev.ectype.examples.directory.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The rows of a CSV, one at a time, so that memory does not grow with the file. A row that cannot be read is a row with
 * a fault; a file that cannot be read is an {@link UnreadableCsvException}. Not safe for use by several threads.
 */
public final class CsvRows implements Iterator<CsvRow>, AutoCloseable {
    private final CsvSource source;
    private final CloseableIterator<CsvRecord> records;
    private final Header header;
    private long read;

    private CsvRows(CsvSource source, CloseableIterator<CsvRecord> records, List<String> columns) {
        this.source = source;
        this.records = records;
        this.header = readHeader(columns);
    }

    /**
     * Opens a source and reads its header.
     *
     * @throws UnreadableCsvException if it is empty, is not UTF-8 text, or its header does not have each column once
     */
    public static CsvRows open(CsvSource source, List<String> columns) {
        CsvReader<CsvRecord> reader = CsvReader.builder()
                .allowUnclosedQuote(false)
                .trimWhitespacesAroundQuotes(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(new Utf8Reader(source.bytes()));
        try {
            return new CsvRows(source, reader.iterator(), columns);
        } catch (UnreadableCsvException refused) {
            closeQuietly(reader, refused);
            throw refused;
        }
    }

    private static void closeQuietly(CsvReader<CsvRecord> reader, UnreadableCsvException refused) {
        try {
            reader.close();
        } catch (IOException failure) {
            refused.addSuppressed(failure);
        }
    }

    /** Returns the columns of the file that are not read. */
    public List<String> ignoredColumns() {
        return header.extras();
    }

    @Override
    public boolean hasNext() {
        try {
            return records.hasNext();
        } catch (CsvParseException | UncheckedIOException failure) {
            throw CsvFaults.explain(source.name(), read, failure);
        }
    }

    @Override
    public CsvRow next() {
        CsvRecord cells = nextRecord();
        read++;
        String fault = faultOf(cells);
        return new CsvRow(
                read,
                cells.getStartingLineNumber(),
                fault.isEmpty() ? header.pick(cells.getFields()) : Map.of(),
                fault);
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private CsvRecord nextRecord() {
        try {
            return records.next();
        } catch (CsvParseException | UncheckedIOException failure) {
            throw CsvFaults.explain(source.name(), read, failure);
        }
    }

    private Header readHeader(List<String> columns) {
        if (!hasNext()) {
            throw new UnreadableCsvException(source.name()
                    + ": the file is empty; its first line must name the columns " + String.join(",", columns) + ".");
        }
        CsvRecord first = nextRecord();
        return Header.read(source.name() + ":" + first.getStartingLineNumber(), columns, first.getFields());
    }

    private String faultOf(CsvRecord cells) {
        if (cells.getFieldCount() != header.size()) {
            return String.format("has %d cells where the header has %d", cells.getFieldCount(), header.size());
        }
        boolean blank =
                cells.getFields().stream().allMatch(cell -> Cells.strip(cell).isEmpty());
        return blank ? "has only blank cells" : "";
    }
}
