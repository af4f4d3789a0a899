package dev.ectype.tck.self;

import dev.ectype.query.ir.Predicate;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.Assignment.Operation;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Delete;
import dev.ectype.spi.Insert;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.Update;
import dev.ectype.spi.Write;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.spi.WriteOutcome.Effect;
import dev.ectype.spi.WriteOutcome.Written;
import dev.ectype.types.stored.Row;
import java.util.List;
import java.util.Optional;

/** Adapters that do what they are told, and something else as well or not to all that it is about. */
final class WriteHalfMutants {
    private WriteHalfMutants() {}

    static List<Mutant> all() {
        return List.of(
                ChangeMutants.writing("inserts a second row with one", "I1", "Inserting", WriteHalfMutants::twoRows),
                ChangeMutants.telling("names no rule that is broken", "I7", "Inserting", WriteHalfMutants::nameless),
                Mutant.of(
                        "lets parts of a key that are absent clash",
                        "I6",
                        "Inserting",
                        () -> new MapAdapter(new ClashingParts())),
                ChangeMutants.writing("changes two rows with one key", "U1", "Updating", WriteHalfMutants::twoChanges),
                ChangeMutants.writing("makes the row that it misses", "U3", "Updating", WriteHalfMutants::making),
                ChangeMutants.writing("takes no null for met", "U5", "Updating", WriteHalfMutants::nullsUnmet),
                ChangeMutants.writing("adds to a stale row", "U29", "Operating", WriteHalfMutants::addingAnyway),
                fromNothing("adds nothing to nothing", "U20", Operation.INCREMENT),
                fromNothing("pushes to no list that is not there", "U21", Operation.PUSH),
                fromNothing("adds to no set that is not there", "U23", Operation.ADD_TO_SET),
                fromNothing("keeps nothing as the least", "U25", Operation.MIN),
                fromNothing("keeps nothing as the greatest", "U25", Operation.MAX),
                ChangeMutants.writing("removes two rows with one key", "D1", "Deleting", WriteHalfMutants::twoRemovals),
                ChangeMutants.writing("keeps without inserting", "UP1", "Upserting", WriteHalfMutants::onlyKept),
                ChangeMutants.writing("changes what was to be inserted", "UP3", "Upserting", WriteHalfMutants::given),
                Mutant.of("does not count what it removes", "P9 delete all", "WritingInBulk", Uncounted::new));
    }

    private static Mutant fromNothing(String fault, String rule, Operation lost) {
        return ChangeMutants.writing(
                fault,
                rule,
                "Operating",
                (tables, write) -> RelationMutants.making(
                        tables, write, (before, change) -> before != null || change.operation() != lost));
    }

    private static WriteOutcome addingAnyway(MapTables tables, Write write) {
        WriteOutcome outcome = tables.write(write);
        if (outcome instanceof WriteOutcome.Stale
                && write instanceof Update u
                && !u.conditions().isEmpty()) {
            List<Assignment> sums = u.assignments().stream()
                    .filter(each -> each.operation() == Operation.INCREMENT)
                    .toList();
            tables.write(new Update(u.source(), u.key(), sums, List.of(), List.of(), u.options()));
        }
        return outcome;
    }

    private static WriteOutcome twoRows(MapTables tables, Write write) {
        if (write instanceof Insert i) {
            Row second = i.row().with(0, i.row().get(0) + " again");
            tables.write(new Insert(i.source(), second, i.onConflict(), List.of(), i.options()));
        }
        return tables.write(write);
    }

    private static WriteOutcome nameless(Write write, WriteOutcome outcome) {
        return outcome instanceof WriteOutcome.Violated ? new WriteOutcome.Violated(List.of()) : outcome;
    }

    private static final class ClashingParts extends MapTables {
        @Override
        boolean canClash(List<Object> values) {
            return values.size() > 1 || super.canClash(values);
        }
    }

    private static WriteOutcome twoChanges(MapTables tables, Write write) {
        WriteOutcome outcome = tables.write(write);
        if (write instanceof Update u && outcome instanceof Written) {
            Row last = last(tables, write);
            tables.replace(u.source(), last, u.assignments(), List.of());
        }
        return outcome;
    }

    private static Row last(MapTables tables, Write write) {
        List<Row> rows = tables.rows(write.source());
        return rows.get(rows.size() - 1);
    }

    private static WriteOutcome twoRemovals(MapTables tables, Write write) {
        WriteOutcome outcome = tables.write(write);
        if (write instanceof Delete && outcome instanceof Written) {
            tables.remove(write.source(), last(tables, write));
        }
        return outcome;
    }

    private static WriteOutcome making(MapTables tables, Write write) {
        WriteOutcome outcome = tables.write(write);
        if (write instanceof Update u && outcome instanceof WriteOutcome.Stale) {
            Row blank =
                    Row.over(u.source().layout(), new Object[u.source().layout().size()]);
            Row made = Edits.apply(blank.with(0, u.key().get(0)), u.assignments());
            tables.write(new Insert(u.source(), made, OnConflict.raise(), List.of(), u.options()));
        }
        return outcome;
    }

    private static WriteOutcome nullsUnmet(MapTables tables, Write write) {
        return write instanceof Update u && u.conditions().stream().anyMatch(Predicate.IsNull.class::isInstance)
                ? new WriteOutcome.Stale()
                : tables.write(write);
    }

    private static WriteOutcome onlyKept(MapTables tables, Write write) {
        return write instanceof Insert i && i.onConflict() instanceof OnConflict.Keep
                ? new Written(Effect.UNCHANGED, Optional.empty())
                : tables.write(write);
    }

    /** Changes every value to the given one, and then as it is told. */
    private static WriteOutcome given(MapTables tables, Write write) {
        if (!(write instanceof Insert i) || !(i.onConflict() instanceof OnConflict.Change change)) {
            return tables.write(write);
        }
        Row there = tables.row(i.source(), List.of(i.row().get(0)));
        if (there == null) {
            return tables.write(write);
        }
        tables.write(new Delete(i.source(), List.of(i.row().get(0)), List.of(), List.of(), i.options()));
        tables.write(new Insert(i.source(), i.row(), OnConflict.raise(), List.of(), i.options()));
        return tables.replace(i.source(), i.row(), change.assignments(), i.returning());
    }

    private static final class Uncounted extends MapAdapter {
        @Override
        public long deleteAll(NativePlan plan, CallOptions options) {
            super.deleteAll(plan, options);
            return 0;
        }
    }
}
