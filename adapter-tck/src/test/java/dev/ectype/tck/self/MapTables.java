package dev.ectype.tck.self;

import dev.ectype.query.eval.Evaluator;
import dev.ectype.query.eval.OperandEvaluator;
import dev.ectype.query.eval.Values;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.Delete;
import dev.ectype.spi.Insert;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.Source;
import dev.ectype.spi.Update;
import dev.ectype.spi.Violation;
import dev.ectype.spi.Write;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.spi.WriteOutcome.Effect;
import dev.ectype.spi.WriteOutcome.Written;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Rows in maps, and the writes on them. Not safe for use by several threads. */
class MapTables {
    private final Map<String, Map<Object, Row>> tables = new HashMap<>();
    private final AtomicLong requests = new AtomicLong();

    MapTables copy() {
        MapTables copy = new MapTables();
        tables.forEach((name, rows) -> copy.tables.put(name, new LinkedHashMap<>(rows)));
        return copy;
    }

    void become(MapTables other) {
        tables.clear();
        tables.putAll(other.copy().tables);
    }

    boolean sameAs(MapTables other) {
        return tables.equals(other.tables);
    }

    void create(Source source) {
        tables.put(nameOf(source), new LinkedHashMap<>());
    }

    List<Row> rows(Source source) {
        return List.copyOf(table(source).values());
    }

    @Nullable Row row(Source source, List<Object> key) {
        return table(source).get(Values.canonical(key));
    }

    private Map<Object, Row> table(Source source) {
        requests.incrementAndGet();
        return tables.computeIfAbsent(nameOf(source), name -> new LinkedHashMap<>());
    }

    /** Returns how often a table was read or changed. */
    long requests() {
        return requests.get();
    }

    String nameOf(Source source) {
        return source.toString();
    }

    /** Tells whether two rows with these values of a unique index clash. */
    boolean canClash(List<Object> values) {
        return values.stream().allMatch(Objects::nonNull);
    }

    WriteOutcome write(Write write) {
        if (write instanceof Insert insert) {
            return insert(insert);
        }
        return write instanceof Update update ? update(update) : delete((Delete) write);
    }

    private WriteOutcome insert(Insert insert) {
        List<Violation> violations = violations(insert.source(), insert.row(), Optional.empty());
        if (violations.isEmpty()) {
            put(insert.source(), insert.row());
            return written(Effect.INSERTED, insert.row(), insert.returning());
        }
        if (insert.onConflict() instanceof OnConflict.Keep keep) {
            return clash(insert, keep.target())
                    .map(there -> written(Effect.UNCHANGED, there, insert.returning()))
                    .orElseGet(() -> new WriteOutcome.Violated(violations));
        }
        if (insert.onConflict() instanceof OnConflict.Change change) {
            return clash(insert, change.target())
                    .map(there -> change(insert.source(), there, change, insert.returning()))
                    .orElseGet(() -> new WriteOutcome.Violated(violations));
        }
        return new WriteOutcome.Violated(violations);
    }

    private WriteOutcome change(Source source, Row there, OnConflict.Change change, List<Integer> returning) {
        return Evaluator.ofAll(change.conditions()).matches(there)
                ? replace(source, there, change.assignments(), returning)
                : new WriteOutcome.Stale();
    }

    private WriteOutcome update(Update update) {
        Row there = table(update.source()).get(Values.canonical(update.key()));
        return there == null || !Evaluator.ofAll(update.conditions()).matches(there)
                ? new WriteOutcome.Stale()
                : replace(update.source(), there, update.assignments(), update.returning());
    }

    WriteOutcome replace(Source source, Row there, List<Assignment> assignments, List<Integer> returning) {
        Row changed = Edits.apply(there, assignments);
        List<Violation> violations = violations(source, changed, Optional.of(there));
        if (!violations.isEmpty()) {
            return new WriteOutcome.Violated(violations);
        }
        if (source.key().isEmpty()) {
            remove(source, there);
        }
        put(source, changed);
        return written(Effect.UPDATED, changed, returning);
    }

    private WriteOutcome delete(Delete delete) {
        Map<Object, Row> rows = table(delete.source());
        Row there = rows.get(Values.canonical(delete.key()));
        if (there == null || !Evaluator.ofAll(delete.conditions()).matches(there)) {
            return new WriteOutcome.Stale();
        }
        remove(delete.source(), there);
        return written(Effect.DELETED, there, delete.returning());
    }

    void remove(Source source, Row row) {
        table(source).values().remove(row);
    }

    private void put(Source source, Row row) {
        table(source).put(source.key().isEmpty() ? new Object() : keyOf(source, row), row);
    }

    private static Object keyOf(Source source, Row row) {
        return Values.canonical(source.key().stream().map(row::get).toList());
    }

    private static WriteOutcome written(Effect effect, Row row, List<Integer> returning) {
        return new Written(effect, returning.isEmpty() ? Optional.empty() : Optional.of(row));
    }

    private Optional<Row> clash(Insert insert, List<Integer> target) {
        List<Integer> slots = target.isEmpty() ? insert.source().key() : target;
        List<Object> wanted = slots.stream().map(insert.row()::get).toList();
        return rows(insert.source()).stream()
                .filter(row -> Values.equal(slots.stream().map(row::get).toList(), wanted))
                .findFirst();
    }

    private List<Violation> violations(Source source, Row row, Optional<Row> replaced) {
        List<Violation> violations = new ArrayList<>();
        if (replaced.isEmpty() && !source.key().isEmpty() && table(source).containsKey(keyOf(source, row))) {
            List<String> fields = source.key().stream()
                    .map(slot -> source.layout().slot(slot).source())
                    .toList();
            violations.add(new Violation(Violation.Kind.UNIQUE, Violation.PRIMARY_KEY, fields));
        }
        source.indexes().stream()
                .filter(index -> index.unique() && isTaken(source, index, row, replaced))
                .map(index -> new Violation(
                        Violation.Kind.UNIQUE,
                        index.name(),
                        index.fields().stream().map(path -> path.source()).toList()))
                .forEach(violations::add);
        return violations;
    }

    @SuppressWarnings("ReferenceEquality") // the very row that is replaced
    private boolean isTaken(Source source, Source.Index index, Row row, Optional<Row> replaced) {
        List<Object> wanted = valuesOf(index, row);
        return canClash(wanted)
                && rows(source).stream()
                        .filter(other -> replaced.isEmpty() || other != replaced.get())
                        .anyMatch(other -> Values.equal(valuesOf(index, other), wanted));
    }

    private static List<Object> valuesOf(Source.Index index, Row row) {
        List<Object> values = new ArrayList<>();
        index.fields().forEach(path -> values.add(OperandEvaluator.of(path).valueFor(row)));
        return values;
    }
}
