package dev.ectype.schema;

import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A name of one's own for an index, and which records stand in it; the others are neither found by it nor compared where
 * it is unique. A store that has no such indexes says so when its indexes are made. Immutable.
 */
public final class IndexOptions {
    /** The name that is made of the source and the fields, and all records. */
    public static final IndexOptions DEFAULT = new IndexOptions(Optional.empty(), List.of());

    private final Optional<String> name;
    private final List<Supplier<Predicate>> conditions;

    private IndexOptions(Optional<String> name, List<Supplier<Predicate>> conditions) {
        this.name = name;
        this.conditions = conditions;
    }

    /** Returns options for an index that the store knows by this name. */
    public static IndexOptions named(String name) {
        return new IndexOptions(Optional.of(name), List.of());
    }

    /** Returns options for an index of the records that have a value in this column, and meet the conditions so far. */
    public IndexOptions whenPresent(Column<?, ?> column) {
        return and(() -> new Predicate.Not(new Predicate.IsNull(column.path())));
    }

    /** Returns options for an index of the records that compare so with a value, and meet the conditions so far. */
    public <V> IndexOptions when(Column<?, V> column, Comparison comparison, V value) {
        Object stored = column.type().dump(Objects.requireNonNull(value, "a value to compare with"));
        return and(() -> new Predicate.Compare(
                column.path(),
                comparison,
                new Value(stored, column.type().storage(), column.path().redacted())));
    }

    private IndexOptions and(Supplier<Predicate> another) {
        return new IndexOptions(
                name, Stream.concat(conditions.stream(), Stream.of(another)).toList());
    }

    Optional<String> name() {
        return name;
    }

    List<Predicate> conditions() {
        return conditions.stream().map(Supplier::get).toList();
    }
}
