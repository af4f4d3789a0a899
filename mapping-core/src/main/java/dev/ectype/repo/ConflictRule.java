package dev.ectype.repo;

import dev.ectype.changeset.Action;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.Writable;
import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Predicate;
import dev.ectype.repo.write.Updates;
import dev.ectype.repo.write.Upsert;
import dev.ectype.schema.Column;
import dev.ectype.schema.Location;
import dev.ectype.schema.Schema;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.Source;
import dev.ectype.types.stored.Row;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a caller's rule for taken keys means to a store. Immutable. */
final class ConflictRule<R> {
    private final Schema<R> schema;
    private final Upsert<R> rule;
    private final Source source;

    ConflictRule(Schema<R> schema, Upsert<R> rule, Source source) {
        this.schema = schema;
        this.rule = rule;
        this.source = source;
    }

    /**
     * Makes sure of the rule before any row is looked at.
     *
     * @throws MappingException if it can never be followed
     */
    void check(Clock clock) {
        resolve(Row.over(source.layout(), new @Nullable Object[source.layout().size()]), clock);
    }

    /** Returns the rule for one row. */
    OnConflict resolve(Row row, Clock clock) {
        List<Integer> target = target();
        if (rule.mode() == Upsert.Mode.NOTHING) {
            return new OnConflict.Keep(target);
        }
        List<Assignment> assignments =
                rule.updates().map(updates -> assignments(updates, clock)).orElseGet(() -> replacements(row, target));
        return new OnConflict.Change(target, assignments, conditions());
    }

    private List<Integer> target() {
        Upsert.Target<R> meant = rule.target();
        if (meant.index().isPresent()) {
            return uniqueIndexes().stream()
                    .filter(index -> index.name().equals(meant.index().get()))
                    .map(index -> index.fields().stream().map(FieldPath::slot).toList())
                    .findFirst()
                    .orElseThrow(() -> untargetable(meant));
        }
        List<Integer> slots = meant.columns().stream().map(this::slot).toList();
        if (Set.copyOf(slots).equals(new HashSet<>(source.key()))) {
            return List.of();
        }
        if (uniqueIndexes().stream().noneMatch(index -> isOver(index, slots))) {
            throw untargetable(meant);
        }
        return slots;
    }

    private List<Source.Index> uniqueIndexes() {
        return source.indexes().stream()
                .filter(index -> index.unique() && index.fields().stream().allMatch(FieldPath::isTopLevel))
                .toList();
    }

    private static boolean isOver(Source.Index index, List<Integer> slots) {
        return Set.copyOf(index.fields().stream().map(FieldPath::slot).toList()).equals(Set.copyOf(slots));
    }

    private int slot(Field<R, ?> field) {
        if (field.shape() != schema || field.settings().isVirtual()) {
            throw refusal("this is no stored field of the schema", field);
        }
        return schema.slot(field);
    }

    private MappingException untargetable(Upsert.Target<R> meant) {
        return new MappingException(
                Kind.USAGE,
                "a conflict rule is for the primary key or for a unique index of just these top-level columns;"
                        + " declare unique(...)",
                Map.of(
                        "source",
                        source,
                        "columns",
                        meant.columns(),
                        "unique",
                        uniqueIndexes().stream().map(Source.Index::name).toList()));
    }

    private List<Assignment> assignments(Updates<R> updates, Clock clock) {
        if (updates.schema() != schema) {
            throw new MappingException(
                    Kind.USAGE,
                    "the updates of a conflict rule are of the schema that is inserted into",
                    Map.of("schema", schema.name(), "updates", updates));
        }
        List<Assignment> assignments = BulkChanges.assignments(updates, clock);
        if (BulkChanges.updatesElements(assignments)) {
            throw new MappingException(
                    Kind.USAGE,
                    "elements of a list are updated by updateAll alone; give the list as a whole",
                    Map.of("schema", schema.name(), "updates", updates));
        }
        return assignments;
    }

    private List<Assignment> replacements(Row row, List<Integer> target) {
        rule.fields().forEach(this::slot);
        List<Field<R, ?>> fields = rule.mode() == Upsert.Mode.REPLACE ? named() : allButNamed(target);
        if (fields.isEmpty()) {
            throw new MappingException(
                    Kind.USAGE, "nothing is left to replace; say nothing() instead", Map.of("source", source));
        }
        return fields.stream()
                .map(field -> Assignment.set(((Column<R, ?>) field).path(), row.get(schema.slot(field))))
                .toList();
    }

    private List<Field<R, ?>> named() {
        for (Field<R, ?> field : rule.fields()) {
            if (field.settings().isPrimaryKey()) {
                throw refusal("a primary key is never replaced", field);
            }
        }
        return rule.fields().stream()
                .filter(field -> Writability.allows(field, Action.UPDATE))
                .toList();
    }

    private List<Field<R, ?>> allButNamed(List<Integer> target) {
        return schema.fields().stream()
                .filter(field -> !field.settings().isVirtual()
                        && !field.settings().isPrimaryKey()
                        && !field.settings().isInsertedAt()
                        && !field.settings().isReadAfterWrites())
                .filter(field -> field.settings().writable() == Writable.ALWAYS)
                .filter(field -> !rule.fields().contains(field) && !target.contains(schema.slot(field)))
                .toList();
    }

    private List<Predicate> conditions() {
        return rule.condition()
                .map(query -> {
                    if (query.schema() != schema
                            || !BulkChanges.isConditionsAlone(query)
                            || !query.location().equals(Location.DECLARED)) {
                        throw new MappingException(
                                Kind.USAGE,
                                "the condition of a conflict rule is a query of the same schema with conditions alone;"
                                        + " where the record lives, the call says",
                                Map.of("query", query));
                    }
                    return query.request().conjuncts();
                })
                .orElse(List.of());
    }

    private MappingException refusal(String message, Field<R, ?> field) {
        return new MappingException(Kind.USAGE, message, Map.of("field", field, "schema", schema.name()));
    }
}
