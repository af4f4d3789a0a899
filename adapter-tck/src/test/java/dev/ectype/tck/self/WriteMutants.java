package dev.ectype.tck.self;

import dev.ectype.spi.Assignment;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Delete;
import dev.ectype.spi.Insert;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.Update;
import dev.ectype.spi.Violation;
import dev.ectype.spi.Write;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.spi.WriteOutcome.Effect;
import dev.ectype.spi.WriteOutcome.Written;
import dev.ectype.tck.profile.Capability;
import dev.ectype.types.stored.Row;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Adapters that get writes wrong. */
final class WriteMutants {
    private static final WriteOutcome UNCHANGED = new Written(Effect.UNCHANGED, Optional.empty());

    private WriteMutants() {}

    static List<Mutant> all() {
        return List.of(
                Mutant.of("loses a condition of an update", "U4", "Updating", Unconditional::new),
                Mutant.of("loses a condition of a delete", "D3", "Deleting", Unconditional::new),
                outcome("says unchanged for stale", "U3", "Updating", o -> isStale(o) ? UNCHANGED : o),
                outcome("says inserted when it updated", "UP3", "Upserting", WriteMutants::alwaysInserted),
                outcome("calls a taken key by another name", "I3", "Inserting", WriteMutants::renamed),
                Mutant.of("raises a lock value unchecked", "U6", "Updating", Unconditional::new),
                Mutant.of("lets each of several insert one key", "CC3", "Concurring", Overwriting::new),
                Mutant.of("lets all writers of a version win", "CC6", "Concurring", Unconditional::new),
                Mutant.of("overwrites a row that is there", "I3", "Inserting", Overwriting::new),
                Mutant.of("cuts times to milliseconds", "R1", "RoundTrips", Coarse::new),
                Mutant.of("writes what a rule forbids, and reports it", "U8", "Updating", Careless::new),
                Mutant.of("swaps the outcomes of a batch", "B2", "WritingInBulk", SwappingBatch::new),
                Mutant.of("ends a batch at the first row that fails", "B2", "WritingInBulk", EndingBatch::new),
                Mutant.of("inserts the second of two rows with one key", "B3", "WritingInBulk", OverwritingBatch::new),
                Mutant.of("answers for rows that there are none of", "B4", "WritingInBulk", AnsweringBatch::new),
                Mutant.of("tells each row of the one before it", "B5", "WritingInBulk", ShiftingBatch::new),
                Mutant.of(
                        "counts rows that changed, not those it met",
                        "P9 update all",
                        "WritingInBulk",
                        CountingChanged::new),
                Mutant.of(
                        "tells rows as they were before their change",
                        "B9 update all",
                        "WritingInBulk",
                        TellingBefore::new),
                Mutant.of("keeps the first half of what failed", "AW2", "WritingAtomically", HalfAtomic::new),
                Mutant.of("keeps what came before a clash", "AW4", "WritingAtomically", HalfAtomic::new),
                Mutant.of("keeps what came before a unique value", "AW5", "WritingAtomically", HalfAtomic::new),
                Mutant.of("drops changes inside records silently", "CL2", "ClaimingWrites", DroppingNested::new)
                        .claiming(all -> all.without(Capability.NESTED_CHANGES, "maps are changed whole")),
                Mutant.of("does not say what it refuses", "CL4", "ClaimingWrites", MapAdapter::new)
                        .claiming(profile -> profile.without(Capability.KEYLESS, " ")),
                Mutant.of("ignores unique indexes that it does not claim", "CL2", "ClaimingWrites", MapAdapter::new)
                        .claiming(all -> all.without(Capability.UNIQUE_INDEXES, "maps keep no values unique")));
    }

    private static Mutant outcome(String fault, String rule, String topic, UnaryOperator<WriteOutcome> told) {
        return Mutant.of(fault, rule, topic, () -> new Misreporting(told));
    }

    private static boolean isStale(WriteOutcome outcome) {
        return outcome instanceof WriteOutcome.Stale;
    }

    private static WriteOutcome alwaysInserted(WriteOutcome outcome) {
        return outcome instanceof Written written && written.effect() == Effect.UPDATED
                ? new Written(Effect.INSERTED, written.row())
                : outcome;
    }

    private static WriteOutcome renamed(WriteOutcome outcome) {
        return outcome instanceof WriteOutcome.Violated violated
                ? new WriteOutcome.Violated(violated.violations().stream()
                        .map(v -> new Violation(v.kind(), "E11000", v.fields()))
                        .toList())
                : outcome;
    }

    private static final class Misreporting extends MapAdapter {
        private final UnaryOperator<WriteOutcome> told;

        Misreporting(UnaryOperator<WriteOutcome> told) {
            this.told = told;
        }

        @Override
        WriteOutcome write(Write write) {
            return told.apply(super.write(write));
        }
    }

    private static final class Unconditional extends MapAdapter {
        @Override
        WriteOutcome write(Write write) {
            if (write instanceof Update u) {
                return super.write(
                        new Update(u.source(), u.key(), u.assignments(), List.of(), u.returning(), u.options()));
            }
            return write instanceof Delete d
                    ? super.write(new Delete(d.source(), d.key(), List.of(), d.returning(), d.options()))
                    : super.write(write);
        }
    }

    private static final class Overwriting extends MapAdapter {
        Overwriting() {}

        Overwriting(MapTables tables) {
            super(tables);
        }

        @Override
        WriteOutcome write(Write write) {
            if (write instanceof Insert insert && insert.onConflict() instanceof OnConflict.Raise) {
                List<Object> key = new ArrayList<>();
                insert.source().key().forEach(slot -> key.add(insert.row().get(slot)));
                super.write(new Delete(insert.source(), key, List.of(), List.of(), insert.options()));
            }
            return super.write(write);
        }
    }

    private static final class Coarse extends MapAdapter {
        @Override
        WriteOutcome write(Write write) {
            return super.write(
                    write instanceof Insert i
                            ? new Insert(i.source(), cut(i.row()), i.onConflict(), i.returning(), i.options())
                            : write);
        }

        private static Row cut(Row row) {
            Row cut = row;
            for (int slot = 0; slot < row.layout().size(); slot++) {
                if (row.get(slot) instanceof Instant instant) {
                    cut = cut.with(slot, instant.truncatedTo(ChronoUnit.MILLIS));
                }
            }
            return cut;
        }
    }

    /** Makes the changes that broke no rule, and then reports the one that did. */
    private static final class Careless extends MapAdapter {
        @Override
        WriteOutcome write(Write write) {
            WriteOutcome outcome = super.write(write);
            if (outcome instanceof WriteOutcome.Violated && write instanceof Update u) {
                for (Assignment assignment : u.assignments()) {
                    super.write(
                            new Update(u.source(), u.key(), List.of(assignment), List.of(), List.of(), u.options()));
                }
            }
            return outcome;
        }
    }

    private static final class SwappingBatch extends MapAdapter {
        @Override
        public List<WriteOutcome> insertAll(List<Insert> inserts) {
            List<WriteOutcome> outcomes = new ArrayList<>(super.insertAll(inserts));
            Collections.reverse(outcomes);
            return outcomes;
        }
    }

    private static final class EndingBatch extends MapAdapter {
        @Override
        public List<WriteOutcome> insertAll(List<Insert> inserts) {
            List<WriteOutcome> outcomes = new ArrayList<>();
            for (Insert insert : inserts) {
                boolean failed = outcomes.stream().anyMatch(WriteOutcome.Violated.class::isInstance);
                outcomes.add(failed ? UNCHANGED : insert(insert));
            }
            return outcomes;
        }
    }

    private static final class OverwritingBatch extends MapAdapter {
        @Override
        public List<WriteOutcome> insertAll(List<Insert> inserts) {
            Overwriting each = new Overwriting(tables);
            return inserts.stream().map(each::insert).toList();
        }
    }

    private static final class AnsweringBatch extends MapAdapter {
        @Override
        public List<WriteOutcome> insertAll(List<Insert> inserts) {
            return inserts.isEmpty() ? List.of(UNCHANGED) : super.insertAll(inserts);
        }
    }

    private static final class ShiftingBatch extends MapAdapter {
        @Override
        public List<WriteOutcome> insertAll(List<Insert> inserts) {
            List<WriteOutcome> outcomes = new ArrayList<>(super.insertAll(inserts));
            Collections.rotate(outcomes, 1);
            return outcomes;
        }
    }

    private static final class TellingBefore extends MapAdapter {
        @Override
        public List<Row> updateAllReturning(
                NativePlan plan, List<Assignment> assignments, List<Integer> returning, CallOptions options) {
            List<Row> before = rows(((MapPlan) plan).query());
            updateAll(plan, assignments, options);
            return before;
        }
    }

    private static final class CountingChanged extends MapAdapter {
        @Override
        public long updateAll(NativePlan plan, List<Assignment> assignments, CallOptions options) {
            List<Row> before = tables.rows(((MapPlan) plan).query().source());
            super.updateAll(plan, assignments, options);
            List<Row> after =
                    new ArrayList<>(tables.rows(((MapPlan) plan).query().source()));
            after.removeAll(before);
            return after.size();
        }
    }

    private static final class HalfAtomic extends MapAdapter {
        @Override
        public List<WriteOutcome> writeTogether(List<Write> writes) {
            List<WriteOutcome> outcomes = super.writeTogether(writes);
            for (int i = 0; i < outcomes.size() && !(outcomes.get(i) instanceof WriteOutcome.Violated); i++) {
                write(writes.get(i));
            }
            return outcomes;
        }
    }

    private static final class DroppingNested extends MapAdapter {
        @Override
        WriteOutcome write(Write write) {
            if (!(write instanceof Update u)) {
                return super.write(write);
            }
            List<Assignment> kept = u.assignments().stream()
                    .filter(assignment -> assignment.path().isTopLevel())
                    .toList();
            return super.write(new Update(u.source(), u.key(), kept, u.conditions(), u.returning(), u.options()));
        }
    }
}
