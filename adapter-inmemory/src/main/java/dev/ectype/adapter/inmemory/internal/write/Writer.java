package dev.ectype.adapter.inmemory.internal.write;

import dev.ectype.adapter.inmemory.internal.store.Binding;
import dev.ectype.adapter.inmemory.internal.store.TableEditor;
import dev.ectype.error.MappingException;
import dev.ectype.query.eval.Evaluator;
import dev.ectype.query.ir.Predicate;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.Delete;
import dev.ectype.spi.Insert;
import dev.ectype.spi.Source;
import dev.ectype.spi.Update;
import dev.ectype.spi.Violation;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.spi.WriteOutcome.Effect;
import dev.ectype.spi.change.RowChanges;
import dev.ectype.spi.change.StorageCheck;
import dev.ectype.types.stored.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Single writes, decided and done upon a table that nobody else changes meanwhile. */
public final class Writer {
    private static final WriteOutcome STALE = new WriteOutcome.Stale();
    private static final WriteOutcome INSERTED = new WriteOutcome.Written(Effect.INSERTED, Optional.empty());
    private static final WriteOutcome UPDATED = new WriteOutcome.Written(Effect.UPDATED, Optional.empty());
    private static final WriteOutcome DELETED = new WriteOutcome.Written(Effect.DELETED, Optional.empty());
    private static final WriteOutcome UNCHANGED = new WriteOutcome.Written(Effect.UNCHANGED, Optional.empty());

    private final Binding binding;

    /** Creates the writer of a source. */
    public Writer(Binding binding) {
        this.binding = binding;
    }

    /**
     * Checks a row before it is inserted.
     *
     * @throws MappingException if a value is not of its kind, a value of the primary key is missing, or what to do on a
     *     conflict names no unique key
     */
    public void check(Insert insert) {
        Conflict.check(insert);
        Row row = insert.row();
        StorageCheck.check(row);
        for (int slot : insert.source().key()) {
            if (row.get(slot) == null && !MadeKeys.makes(insert, slot)) {
                throw new MappingException(
                        MappingException.Kind.USAGE,
                        "a record without a primary key cannot be inserted: give it a value, or let the schema"
                                + " generate it",
                        Map.of("field", row.layout().slot(slot).name()));
            }
        }
    }

    /** Returns a row with changes, which is not stored. */
    public static Row apply(Row row, List<Assignment> changes) {
        return new RowChanges(changes).apply(row);
    }

    /** Inserts a row that was checked. */
    public WriteOutcome insert(TableEditor editor, Insert insert) {
        Row row = new MadeKeys(binding, editor, insert).complete();
        Row stored = binding.stored(row, editor.before(), null);
        List<Violation> violations = editor.violations(stored, null);
        if (!violations.isEmpty()) {
            return new Conflict(this, insert, stored).resolve(editor, violations);
        }
        editor.insert(stored);
        return insert.returning().isEmpty() ? INSERTED : written(Effect.INSERTED, row);
    }

    /** Changes the row with a key, if it meets the conditions. */
    public WriteOutcome update(TableEditor editor, Update update) {
        Row stored = editor.find(key(update.source(), update.key()));
        return stored == null || !meets(stored, update.conditions())
                ? STALE
                : change(editor, stored, new RowChanges(update.assignments()), update.returning());
    }

    /** Removes the row with a key, if it meets the conditions. */
    public WriteOutcome delete(TableEditor editor, Delete delete) {
        Row stored = editor.find(key(delete.source(), delete.key()));
        if (stored == null || !meets(stored, delete.conditions())) {
            return STALE;
        }
        editor.remove(stored);
        return delete.returning().isEmpty() ? DELETED : written(Effect.DELETED, binding.view(stored));
    }

    WriteOutcome change(TableEditor editor, Row stored, RowChanges assignments, List<Integer> returning) {
        Row changed = changed(editor, stored, assignments::apply);
        List<Violation> violations = editor.violations(changed, stored);
        if (!violations.isEmpty()) {
            return new WriteOutcome.Violated(violations);
        }
        editor.replace(stored, changed);
        return returning.isEmpty() ? UPDATED : written(Effect.UPDATED, binding.view(changed));
    }

    /**
     * Returns a stored row with changes.
     *
     * @throws MappingException if the changed row has no primary key
     */
    Row changed(TableEditor editor, Row stored, UnaryOperator<Row> change) {
        Row changed = change.apply(binding.view(stored));
        for (int slot : binding.source().key()) {
            if (changed.get(slot) == null) {
                throw new MappingException(
                        MappingException.Kind.USAGE,
                        "a primary key cannot be removed: give it another value, or delete the record",
                        Map.of("field", changed.layout().slot(slot).name()));
            }
        }
        return binding.stored(changed, editor.before(), stored);
    }

    WriteOutcome unchanged(Row stored, List<Integer> returning) {
        return returning.isEmpty() ? UNCHANGED : written(Effect.UNCHANGED, binding.view(stored));
    }

    static WriteOutcome stale() {
        return STALE;
    }

    private static WriteOutcome written(Effect effect, Row row) {
        return new WriteOutcome.Written(effect, Optional.of(row));
    }

    static boolean meets(Row stored, List<Predicate> conditions) {
        return conditions.isEmpty() || Evaluator.ofAll(conditions).matches(stored);
    }

    private static List<Object> key(Source source, List<Object> key) {
        if (key.isEmpty() || key.size() != source.key().size()) {
            throw new MappingException(
                    MappingException.Kind.USAGE,
                    "a row is found by a value for each field of its primary key",
                    Map.of("source", source.toString(), "expected", source.key().size(), "found", key.size()));
        }
        return key;
    }
}
