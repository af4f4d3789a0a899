package dev.ectype.repo;

import dev.ectype.changeset.Action;
import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.Relation;
import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.repo.write.WriteOptions;
import dev.ectype.schema.Column;
import dev.ectype.schema.EmbedsMany;
import dev.ectype.schema.Schema;
import dev.ectype.spi.Adapter;
import dev.ectype.spi.NestedChanging;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.types.LoadException;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of one record on its way to the store and back, by ordinal. Used by one call. */
final class RecordValues<R> {
    private final Schema<R> schema;
    private final List<Field<R, ?>> fields;
    private final @Nullable Object[] values;
    private final BitSet changed = new BitSet();
    private @Nullable R made;

    private RecordValues(Schema<R> schema, @Nullable Object[] values) {
        this.schema = schema;
        this.fields = schema.fields();
        this.values = values;
    }

    /** Returns the values of a new record, with those made that were missing. */
    static <R> RecordValues<R> toInsert(Schema<R> schema, Changeset<R> changeset, Generation generation) {
        RecordValues<R> record = new RecordValues<>(schema, generation.values(changeset, Action.INSERT));
        for (Field<R, ?> field : record.fields) {
            if (record.values[field.ordinal()] != null && !Writability.allows(field, Action.INSERT)) {
                record.values[field.ordinal()] = null;
            }
        }
        generation.complete(changeset, record.values);
        return record;
    }

    /**
     * Returns the values of a record that changes, with the time of the update if anything is to be written.
     *
     * @param forced whether the time is written even if nothing else is
     */
    static <R> RecordValues<R> toUpdate(
            Schema<R> schema, Changeset<R> changeset, Generation generation, boolean forced) {
        RecordValues<R> record = new RecordValues<>(schema, generation.values(changeset, Action.UPDATE));
        for (Field<R, ?> field : record.fields) {
            if (!field.settings().isVirtual() && changeset.hasChange(field)) {
                record.change(field, changeset);
            }
        }
        if (forced || !record.changed.isEmpty()) {
            generation.touch(changeset, record.values).forEach(field -> record.changed.set(field.ordinal()));
        }
        return record;
    }

    /** Returns the values of a record as it is. */
    static <R> RecordValues<R> of(Schema<R> schema, R data) {
        return new RecordValues<>(
                schema,
                schema.fields().stream().map(field -> schema.get(data, field)).toArray());
    }

    private void change(Field<R, ?> field, Changeset<R> changeset) {
        boolean written = Writability.allows(field, Action.UPDATE);
        changed.set(field.ordinal(), written);
        if (!written) {
            values[field.ordinal()] =
                    changeset.data().map(data -> schema.get(data, field)).orElse(null);
        }
    }

    R record() {
        R known = made == null ? schema.build(values) : made;
        made = known;
        return known;
    }

    Row row() {
        return schema.dump(record());
    }

    /** Returns the changes of stored fields; those of embedded records field by field, where the store can do so. */
    EmbedChanges changes(R before, Adapter adapter) {
        EmbedChanges changes = new EmbedChanges();
        if (!changed.isEmpty()) {
            boolean nested = changesEmbeds() && adapter.as(NestedChanging.class).isPresent();
            add(changes, nested ? schema.dump(before) : null, row());
        }
        return changes;
    }

    private void add(EmbedChanges changes, @Nullable Row before, Row after) {
        changed.stream().mapToObj(fields::get).forEach(field -> {
            int slot = schema.slot(field);
            changes.add(
                    field, ((Column<R, ?>) field).path(), before == null ? null : before.get(slot), after.get(slot));
        });
    }

    private boolean changesEmbeds() {
        return changed.stream().anyMatch(ordinal -> fields.get(ordinal) instanceof Relation<?, ?, ?>);
    }

    /** Returns the slots that the store must tell: those that it makes, those that are read back, and those asked for. */
    List<Integer> toReturn(WriteOptions options) {
        options.returnedFields().forEach(this::requireStored);
        List<Integer> slots = new ArrayList<>();
        for (Field<R, ?> field : fields) {
            boolean isWanted = options.isReturningAll() || isTold(field) || isAskedFor(options, field);
            if (isWanted && !field.settings().isVirtual() && !isMissingKey(field)) {
                slots.add(schema.slot(field));
            }
        }
        return slots;
    }

    private void requireStored(Field<?, ?> field) {
        if (field.shape() != schema || field.settings().isVirtual()) {
            throw new MappingException(
                    Kind.USAGE,
                    "a store returns what it keeps of a record, and this is no stored column of it; leave it out",
                    Map.of("field", field, "record", schema.name()));
        }
    }

    /** Tells whether a field is a key that nobody makes: asking the store for it would have the store make it. */
    private boolean isMissingKey(Field<R, ?> field) {
        return field.settings().isPrimaryKey()
                && !field.settings().isAutogenerated()
                && values[field.ordinal()] == null;
    }

    private boolean isTold(Field<R, ?> field) {
        return field.settings().isReadAfterWrites()
                || (field.settings().isAutogenerated() && values[field.ordinal()] == null);
    }

    private boolean isAskedFor(WriteOptions options, Field<R, ?> field) {
        return options.returnedFields().contains(field);
    }

    /** Returns the record, with what the store told of these slots. */
    R read(WriteOutcome.Written written, List<Integer> returned) {
        written.row().ifPresent(row -> put(row, returned));
        return record();
    }

    private void put(Row row, List<Integer> returned) {
        for (Field<R, ?> field : fields) {
            if (!field.settings().isVirtual() && returned.contains(schema.slot(field))) {
                values[field.ordinal()] = load(field, row.get(schema.slot(field)));
            }
        }
        made = null;
    }

    private static @Nullable Object load(Field<?, ?> field, @Nullable Object stored) {
        try {
            if (stored == null) {
                return field instanceof EmbedsMany ? List.of() : null;
            }
            return field.type().load(stored);
        } catch (LoadException e) {
            throw new MappingException(
                    Kind.DATA,
                    "the store made a value that does not fit its column: " + e.getMessage(),
                    Map.of("field", field),
                    false,
                    e);
        }
    }
}
