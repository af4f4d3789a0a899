package dev.ectype.repo.write;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Field;
import dev.ectype.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Many rows of one schema to be inserted. Each is inserted as a single one is, with its missing identifiers and timestamps
 * made. Immutable.
 *
 * @param <R> the record
 */
public final class BulkInsert<R> {
    private static final int CHUNK = 1000;

    private final List<Changeset<R>> rows;
    private final Optional<Upsert<R>> conflict;
    private final WriteOptions options;
    private final int chunk;

    private BulkInsert(List<Changeset<R>> rows, Optional<Upsert<R>> conflict, WriteOptions options, int chunk) {
        this.rows = rows;
        this.conflict = conflict;
        this.options = options;
        this.chunk = chunk;
    }

    /** Returns the insertion of what changesets say; one that is invalid keeps no other from being inserted. */
    public static <R> BulkInsert<R> of(List<Changeset<R>> changesets) {
        return new BulkInsert<>(List.copyOf(changesets), Optional.empty(), WriteOptions.none(), CHUNK);
    }

    /** Returns the insertion of records as they are. */
    public static <R> BulkInsert<R> records(Schema<R> schema, List<? extends R> records) {
        List<Changeset<R>> rows = new ArrayList<>(records.size());
        records.forEach(data -> rows.add(schema.change(data)));
        return of(rows);
    }

    /**
     * Returns the insertion of values by column, which need no casting; a column that is not named has its default.
     *
     * @throws IllegalArgumentException if a column is not of this schema, or a value is not one of its column's class
     */
    public static <R> BulkInsert<R> values(Schema<R> schema, List<? extends Map<? extends Field<R, ?>, ?>> rows) {
        List<Changeset<R>> changesets = new ArrayList<>(rows.size());
        for (Map<? extends Field<R, ?>, ?> row : rows) {
            Map<String, Object> byName = new LinkedHashMap<>();
            row.forEach((field, value) -> byName.put(own(schema, field).name(), value));
            changesets.add(schema.change().change(byName));
        }
        return of(changesets);
    }

    private static <R> Field<R, ?> own(Schema<R> schema, Field<R, ?> field) {
        if (schema.find(field.name()).orElse(null) != field) {
            throw new IllegalArgumentException(
                    "'" + field.name() + "' is no field of " + schema.name() + ": name the columns of its own schema");
        }
        return field;
    }

    /** Returns the same, with a rule for rows whose key or unique values are taken. */
    public BulkInsert<R> onConflict(Upsert<R> rule) {
        return new BulkInsert<>(rows, Optional.of(rule), options, chunk);
    }

    /** Returns the same, with other options for each row. */
    public BulkInsert<R> with(WriteOptions writeOptions) {
        return new BulkInsert<>(rows, conflict, writeOptions, chunk);
    }

    /** Returns the same, handing the store so many rows at a time; 1000 unless said. */
    public BulkInsert<R> chunk(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("a chunk has at least one row: " + size);
        }
        return new BulkInsert<>(rows, conflict, options, size);
    }

    /** Returns the rows. */
    public List<Changeset<R>> rows() {
        return rows;
    }

    /** Returns the rule for rows whose key or unique values are taken; empty if that is an error. */
    public Optional<Upsert<R>> conflict() {
        return conflict;
    }

    /** Returns the options for each row. */
    public WriteOptions options() {
        return options;
    }

    /** Returns how many rows the store is handed at a time. */
    public int chunkSize() {
        return chunk;
    }
}
