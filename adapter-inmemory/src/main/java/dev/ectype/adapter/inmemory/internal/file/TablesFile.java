package dev.ectype.adapter.inmemory.internal.file;

import dev.ectype.adapter.inmemory.internal.store.Table;
import dev.ectype.adapter.inmemory.internal.store.TableImage;
import dev.ectype.adapter.inmemory.internal.tree.Cursor;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tables of a store at one moment, in a file. Indexes are not in it: the schemas that declare them build them again. */
public final class TablesFile {
    private final CheckedFile file;

    /** Creates what writes and reads a file. */
    public TablesFile(Path file) {
        this.file = new CheckedFile(file);
    }

    /** Writes all tables, or leaves the file as it was. */
    public void write(List<TableImage> tables) throws IOException {
        file.write(out -> {
            ValueWriter writer = new ValueWriter(out);
            out.writeInt(tables.size());
            for (TableImage table : tables) {
                write(table, out, writer);
            }
            return true;
        });
    }

    private static void write(TableImage table, DataOutputStream out, ValueWriter writer) throws IOException {
        writer.value(table.name().prefix().orElse(null));
        writer.text(table.name().name());
        writer.layout(table.layout());
        writer.value(table.key());
        out.writeBoolean(table.ordered());
        out.writeInt(table.size());
        Cursor<Row> rows = table.rows();
        for (Row row = rows.next(); row != null; row = rows.next()) {
            writer.row(row);
        }
    }

    /**
     * Reads all tables.
     *
     * @throws dev.ectype.error.MappingException if the file is no snapshot, or not as it was written
     */
    public List<TableImage> read() throws IOException {
        return file.read(in -> {
            ValueReader reader = new ValueReader(in);
            List<TableImage> tables = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                tables.add(table(in, reader));
            }
            return tables;
        });
    }

    private static TableImage table(DataInputStream in, ValueReader reader) throws IOException {
        Optional<String> prefix = Optional.ofNullable((String) reader.value());
        Table.Name name = new Table.Name(prefix, reader.text());
        Layout layout = reader.layout();
        List<String> key = new ArrayList<>();
        if (reader.value() instanceof List<?> sources) {
            sources.forEach(source -> key.add((String) source));
        }
        boolean ordered = in.readBoolean();
        List<Row> rows = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            rows.add(reader.row());
        }
        return TableImage.of(name, layout, key, ordered, rows);
    }
}
