package dev.ectype.adapter.inmemory.internal.write;

import dev.ectype.adapter.inmemory.internal.store.TableEditor;
import dev.ectype.error.MappingException;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.spi.Insert;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.Source;
import dev.ectype.spi.Violation;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.spi.change.RowChanges;
import dev.ectype.types.stored.Row;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An insertion whose row clashes with others. */
final class Conflict {
    private final Writer writer;
    private final Insert insert;
    private final Row stored;

    Conflict(Writer writer, Insert insert, Row stored) {
        this.writer = writer;
        this.insert = insert;
        this.stored = stored;
    }

    /**
     * Checks that what to do is said of a unique key.
     *
     * @throws MappingException if it is not
     */
    static void check(Insert insert) {
        if (insert.onConflict() instanceof OnConflict.Keep keep) {
            check(insert.source(), keep.target());
        } else if (insert.onConflict() instanceof OnConflict.Change change) {
            check(insert.source(), change.target());
        }
    }

    private static void check(Source source, List<Integer> target) {
        if (!isPrimaryKey(source, target)) {
            uniqueIndexes(source, Set.copyOf(target));
        }
    }

    private static boolean isPrimaryKey(Source source, List<Integer> target) {
        return target.isEmpty() || Set.copyOf(target).equals(Set.copyOf(source.key()));
    }

    /** Does what the insertion says for this case; clashes elsewhere than in the meant key are reported. */
    WriteOutcome resolve(TableEditor editor, List<Violation> violations) {
        OnConflict choice = insert.onConflict();
        if (choice instanceof OnConflict.Keep keep) {
            Row there = there(editor, keep.target());
            return there == null ? new WriteOutcome.Violated(violations) : writer.unchanged(there, insert.returning());
        }
        if (choice instanceof OnConflict.Change change) {
            Row there = there(editor, change.target());
            return there == null ? new WriteOutcome.Violated(violations) : change(editor, there, change);
        }
        return new WriteOutcome.Violated(violations);
    }

    private WriteOutcome change(TableEditor editor, Row there, OnConflict.Change change) {
        return Writer.meets(there, change.conditions())
                ? writer.change(editor, there, new RowChanges(change.assignments()), insert.returning())
                : Writer.stale();
    }

    /** Returns the row with which the new one clashes in the meant key, or null. */
    private @Nullable Row there(TableEditor editor, List<Integer> target) {
        Source source = insert.source();
        if (isPrimaryKey(source, target)) {
            return editor.findLike(stored);
        }
        return uniqueIndexes(source, Set.copyOf(target)).stream()
                .map(index -> editor.clashing(index, stored))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Partial indexes of the same fields are several, of which a row stands in some. */
    private static List<String> uniqueIndexes(Source source, Set<Integer> target) {
        List<String> names = source.indexes().stream()
                .filter(index -> index.unique() && slots(index).equals(target))
                .map(Source.Index::name)
                .toList();
        if (names.isEmpty()) {
            throw new MappingException(
                    MappingException.Kind.UNSUPPORTED,
                    "what to do on a conflict needs a primary key or a unique index of just the target's fields",
                    Map.of("source", source.toString(), "target", names(source, target)));
        }
        return names;
    }

    private static Set<Integer> slots(Source.Index index) {
        Set<Integer> slots = new HashSet<>();
        for (FieldPath path : index.fields()) {
            slots.add(path.isTopLevel() ? path.slot() : -1);
        }
        return slots;
    }

    private static List<String> names(Source source, Set<Integer> slots) {
        return slots.stream()
                .sorted()
                .map(slot -> source.layout().slot(slot).name())
                .toList();
    }
}
