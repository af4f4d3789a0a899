package dev.ectype.tck.self;

import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.FieldPath.Step;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.Assignment.Operation;
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
import dev.ectype.types.stored.Storage;
import java.util.List;
import java.util.Optional;

/** Adapters that take one write for another. */
final class UpsertMutants {
    private static final WriteOutcome UNCHANGED = new Written(Effect.UNCHANGED, Optional.empty());

    private UpsertMutants() {}

    static List<Mutant> all() {
        return List.of(
                ChangeMutants.writing("only says that it inserts", "I1", "Inserting", UpsertMutants::onlySaid),
                ChangeMutants.writing("only says that it removes", "D1", "Deleting", UpsertMutants::notRemoved),
                ChangeMutants.writing("tells keys apart by a part", "I9", "Inserting", UpsertMutants::samePart),
                ChangeMutants.writing(
                        "lets a part of a unique index clash", "I6", "Inserting", UpsertMutants::partClashes),
                ChangeMutants.writing(
                        "removes a row for an insertion it refuses", "I7", "Inserting", UpsertMutants::traced),
                ChangeMutants.writing(
                        "makes what it can of a refused upsert", "UP8", "Upserting", UpsertMutants::careless),
                ChangeMutants.writing("keeps rows of a part of a key", "UP10", "Upserting", UpsertMutants::keptPart),
                ChangeMutants.writing("calls a change to the same unmet", "U7", "Updating", UpsertMutants::unmet),
                ChangeMutants.changing("leaves sets as they are", "U24", "Operating", UpsertMutants::withoutSets),
                ChangeMutants.writing(
                        "empties a record to set a value in it", "U26", "Operating", UpsertMutants::emptied),
                ChangeMutants.changing("changes the first position only", "U28", "Operating", UpsertMutants::atFirst),
                ChangeMutants.telling("tells what an upsert was to insert", "UP4", "Upserting", UpsertMutants::given),
                ChangeMutants.writing("knows no conflict but of keys", "UP6", "Upserting", UpsertMutants::byKey),
                ChangeMutants.telling("keeps whatever rule is broken", "UP7", "Upserting", UpsertMutants::always),
                ChangeMutants.writing("sets what an upsert counts", "UP9", "Upserting", UpsertMutants::setting));
    }

    private static WriteOutcome onlySaid(MapTables tables, Write write) {
        return write instanceof Insert ? new Written(Effect.INSERTED, Optional.empty()) : tables.write(write);
    }

    static WriteOutcome notRemoved(MapTables tables, Write write) {
        return write instanceof Delete ? new Written(Effect.DELETED, Optional.empty()) : tables.write(write);
    }

    static WriteOutcome samePart(MapTables tables, Write write) {
        boolean clashes = write instanceof Insert i
                && i.source().key().size() > 1
                && tables.rows(i.source()).stream()
                        .anyMatch(row -> row.get(0).equals(i.row().get(0)));
        return clashes
                ? new WriteOutcome.Violated(List.of(Violation.ofPrimaryKey(write.source())))
                : tables.write(write);
    }

    private static WriteOutcome partClashes(MapTables tables, Write write) {
        if (write instanceof Insert i) {
            for (Source.Index index : i.source().indexes()) {
                int first = index.fields().get(0).slot();
                Object value = i.row().get(first);
                boolean clashes = index.unique()
                        && value != null
                        && tables.rows(i.source()).stream().anyMatch(row -> value.equals(row.get(first)));
                if (clashes) {
                    return new WriteOutcome.Violated(List.of(Violation.of(i.source(), index)));
                }
            }
        }
        return tables.write(write);
    }

    private static WriteOutcome traced(MapTables tables, Write write) {
        WriteOutcome outcome = tables.write(write);
        if (outcome instanceof WriteOutcome.Violated && write instanceof Insert) {
            tables.remove(write.source(), tables.rows(write.source()).get(0));
        }
        return outcome;
    }

    private static WriteOutcome careless(MapTables tables, Write write) {
        WriteOutcome outcome = tables.write(write);
        if (outcome instanceof WriteOutcome.Violated
                && write instanceof Insert i
                && i.onConflict() instanceof OnConflict.Change change) {
            for (Assignment each : change.assignments()) {
                OnConflict one = new OnConflict.Change(change.target(), List.of(each), change.conditions());
                tables.write(new Insert(i.source(), i.row(), one, List.of(), i.options()));
            }
        }
        return outcome;
    }

    private static WriteOutcome keptPart(MapTables tables, Write write) {
        boolean isKept = write instanceof Insert i
                && !(i.onConflict() instanceof OnConflict.Raise)
                && i.source().key().size() > 1
                && tables.rows(i.source()).stream()
                        .anyMatch(row -> row.get(0).equals(i.row().get(0)));
        return isKept ? UNCHANGED : tables.write(write);
    }

    private static WriteOutcome unmet(MapTables tables, Write write) {
        List<Row> before = tables.rows(write.source());
        WriteOutcome outcome = tables.write(write);
        boolean isSame = write instanceof Update && before.equals(tables.rows(write.source()));
        return isSame && outcome instanceof Written ? new WriteOutcome.Stale() : outcome;
    }

    private static List<Assignment> withoutSets(List<Assignment> all) {
        return all.stream()
                .filter(each -> !(each.path().storage() instanceof Storage.SetOf))
                .toList();
    }

    private static WriteOutcome emptied(MapTables tables, Write write) {
        if (write instanceof Update u) {
            u.assignments().stream()
                    .map(Assignment::path)
                    .filter(path -> !path.isTopLevel() && path.steps().get(1) instanceof FieldPath.Slot)
                    .map(path -> new FieldPath(path.steps().subList(0, 1), path.storage(), false))
                    .forEach(record -> tables.write(new Update(
                            u.source(),
                            u.key(),
                            List.of(Assignment.set(record, null)),
                            List.of(),
                            List.of(),
                            u.options())));
        }
        return tables.write(write);
    }

    private static List<Assignment> atFirst(List<Assignment> all) {
        return all.stream().map(UpsertMutants::atFirst).toList();
    }

    private static Assignment atFirst(Assignment assignment) {
        List<Step> steps = assignment.path().steps().stream()
                .map(step -> step instanceof FieldPath.Position ? new FieldPath.Position(0) : step)
                .toList();
        FieldPath path = new FieldPath(steps, assignment.path().storage(), false);
        return new Assignment(path, assignment.operation(), assignment.value());
    }

    private static WriteOutcome given(Write write, WriteOutcome outcome) {
        return outcome instanceof Written written && write instanceof Insert insert
                ? new Written(written.effect(), written.row().map(row -> insert.row()))
                : outcome;
    }

    private static WriteOutcome byKey(MapTables tables, Write write) {
        if (!(write instanceof Insert i)) {
            return tables.write(write);
        }
        OnConflict byKey = i.onConflict();
        if (byKey instanceof OnConflict.Keep) {
            byKey = new OnConflict.Keep(List.of());
        } else if (byKey instanceof OnConflict.Change change) {
            byKey = new OnConflict.Change(List.of(), change.assignments(), change.conditions());
        }
        return tables.write(new Insert(i.source(), i.row(), byKey, i.returning(), i.options()));
    }

    private static WriteOutcome always(Write write, WriteOutcome outcome) {
        return write instanceof Insert i
                        && i.onConflict() instanceof OnConflict.Keep
                        && outcome instanceof WriteOutcome.Violated
                ? UNCHANGED
                : outcome;
    }

    private static WriteOutcome setting(MapTables tables, Write write) {
        if (!(write instanceof Insert i) || !(i.onConflict() instanceof OnConflict.Change change)) {
            return tables.write(write);
        }
        List<Assignment> set = change.assignments().stream()
                .map(each -> new Assignment(each.path(), Operation.SET, each.value()))
                .toList();
        OnConflict setting = new OnConflict.Change(change.target(), set, change.conditions());
        return tables.write(new Insert(i.source(), i.row(), setting, i.returning(), i.options()));
    }
}
