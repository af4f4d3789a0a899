package dev.ectype.tck.self;

import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.Adapter;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Insert;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.spi.Source;
import dev.ectype.spi.Transactional.Transaction;
import dev.ectype.spi.Write;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.spi.WriteOutcome.Effect;
import dev.ectype.spi.WriteOutcome.Written;
import dev.ectype.tck.profile.Capability;
import dev.ectype.tck.sample.Sources;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Adapters that do not do together what belongs together. */
final class TransactionMutants {
    private TransactionMutants() {}

    static List<Mutant> all() {
        return List.of(
                Mutant.of("commits what is only closed", "TX3", "Transacting", CommittingAtClose::new),
                inside("does not read its own writes", "TX4", ReadingOutside::new),
                inside("is silent of violations in transactions", "TX5", Silent::new),
                Mutant.of("gives savepoints that it does not claim", "TX10", "Transacting", MapAdapter::new)
                        .claiming(all -> all.without(Capability.SAVEPOINTS, "no savepoints")),
                together("tells outcomes the wrong way round", "AW1", TransactionMutants::reversed),
                together("goes on after a stale write", "AW3", TransactionMutants::goingOn),
                together("tells nothing of writes together", "AW6", TransactionMutants::emptyRows),
                Mutant.of("changes rows of another prefix", "PX2", "Prefixing", OtherPrefixes::new),
                Mutant.of("changes all rows of every prefix", "PX2", "Prefixing", EveryPrefix::new),
                Mutant.of("tells rows of many apart by a part of a key", "B1", "WritingInBulk", SamePart::new),
                Mutant.of("raises where rows of many are to be kept", "B6", "WritingInBulk", Raising::new),
                Mutant.of("makes the first change of an update all", "B7", "WritingInBulk", FirstOfAll::new),
                Mutant.of("changes rows again that match again", "B8", "WritingInBulk", Again::new),
                OneByOne.claiming(
                        "removes rows by the first of its conditions",
                        "P9 all rows",
                        "WritingInBulk",
                        () -> ReplaceMutants.sweeping(all -> all.subList(0, Math.min(1, all.size())))),
                Mutant.of("removes one row where several are to go", "P9 delete all", "WritingInBulk", OneOfAll::new),
                Mutant.of("tells nothing of rows that it removed", "B9 delete all", "WritingInBulk", Secretive::new),
                Mutant.of("reads by key whatever the prefix", "KR5", "ReadingByKey", AnyPrefix::new));
    }

    private static Mutant inside(String fault, String rule, BiFunction<MapAdapter, MapTables, MapAdapter> inside) {
        return inside(fault, rule, "Transacting", inside);
    }

    /** Returns an adapter that is another inside of its transactions. */
    static Mutant inside(
            String fault, String rule, String topic, BiFunction<MapAdapter, MapTables, MapAdapter> inside) {
        return Mutant.of(fault, rule, topic, () -> new MapAdapter() {
            @Override
            public Transaction begin(CallOptions options) {
                Transaction real = super.begin(options);
                MapAdapter other = inside.apply(this, ((MapAdapter) real.adapter()).tables);
                return new StateMutants.Told(other, real) {
                    @Override
                    public void commit() {
                        real.commit();
                    }
                };
            }
        });
    }

    private static final class ReadingOutside extends MapAdapter {
        private final Adapter store;

        ReadingOutside(MapAdapter store, MapTables inside) {
            super(inside);
            this.store = store;
        }

        @Override
        public RowCursor scan(NativePlan plan, ScanSpec spec) {
            return store.scan(plan, spec);
        }
    }

    private static final class Silent extends MapAdapter {
        Silent(MapAdapter store, MapTables inside) {
            super(inside);
        }

        @Override
        WriteOutcome write(Write write) {
            WriteOutcome outcome = super.write(write);
            return outcome instanceof WriteOutcome.Violated ? new Written(Effect.UNCHANGED, Optional.empty()) : outcome;
        }
    }

    private static final class CommittingAtClose extends MapAdapter {
        @Override
        public Transaction begin(CallOptions options) {
            Transaction real = super.begin(options);
            return new StateMutants.Told(real.adapter(), real) {
                @Override
                public void close() {
                    real.commit();
                }
            };
        }
    }

    /** Returns an adapter that writes together in another way. */
    static Mutant together(String fault, String rule, BiFunction<MapAdapter, List<Write>, List<WriteOutcome>> writing) {
        return Mutant.of(fault, rule, "WritingAtomically", () -> new MapAdapter() {
            @Override
            public List<WriteOutcome> writeTogether(List<Write> writes) {
                return writing.apply(new MapAdapter(tables), writes);
            }
        });
    }

    private static List<WriteOutcome> reversed(MapAdapter adapter, List<Write> writes) {
        List<WriteOutcome> outcomes = new ArrayList<>(adapter.writeTogether(writes));
        Collections.reverse(outcomes);
        return outcomes;
    }

    private static List<WriteOutcome> emptyRows(MapAdapter adapter, List<Write> writes) {
        return adapter.writeTogether(writes).stream()
                .map(outcome -> ChangeMutants.emptyRow(writes.get(0), outcome))
                .toList();
    }

    static List<WriteOutcome> goingOn(MapAdapter adapter, List<Write> writes) {
        return writes.stream().map(adapter::write).toList();
    }

    private static final class SamePart extends MapAdapter {
        @Override
        public List<WriteOutcome> insertAll(List<Insert> inserts) {
            return inserts.stream()
                    .map(insert -> UpsertMutants.samePart(tables, insert))
                    .toList();
        }
    }

    private static final class OtherPrefixes extends MapAdapter {
        @Override
        public long deleteAll(NativePlan plan, CallOptions options) {
            long deleted = super.deleteAll(plan, options);
            Source source = ((MapPlan) plan).query().source();
            List.of("tck0", "tck1").forEach(prefix -> tables.create(Sources.in(prefix, source)));
            return deleted;
        }
    }

    private static final class EveryPrefix extends MapAdapter {
        @Override
        public long updateAll(NativePlan plan, List<Assignment> assignments, CallOptions options) {
            QueryRequest query = ((MapPlan) plan).query();
            for (String prefix : List.of("tck0", "tck1")) {
                Source other = Sources.in(prefix, query.source());
                QueryRequest there = new QueryRequest(other, query.conjuncts(), query.order(), query.window());
                super.updateAll(plan(there).plan(), assignments, options);
            }
            return super.updateAll(plan, assignments, options);
        }
    }

    private static final class Raising extends MapAdapter {
        @Override
        public List<WriteOutcome> insertAll(List<Insert> inserts) {
            return super.insertAll(inserts.stream()
                    .map(i -> new Insert(i.source(), i.row(), OnConflict.raise(), i.returning(), i.options()))
                    .toList());
        }
    }

    private static final class FirstOfAll extends MapAdapter {
        @Override
        public long updateAll(NativePlan plan, List<Assignment> assignments, CallOptions options) {
            return super.updateAll(plan, assignments.subList(0, 1), options);
        }
    }

    private static final class Again extends MapAdapter {
        @Override
        public long updateAll(NativePlan plan, List<Assignment> assignments, CallOptions options) {
            long changed = super.updateAll(plan, assignments, options);
            boolean isConditional =
                    ((MapPlan) plan).query().conjuncts().stream().anyMatch(Predicate.Compare.class::isInstance);
            return isConditional ? changed + super.updateAll(plan, assignments, options) : changed;
        }
    }

    private static final class OneOfAll extends MapAdapter {
        @Override
        public long deleteAll(NativePlan plan, CallOptions options) {
            QueryRequest query = ((MapPlan) plan).query();
            QueryRequest one = Rewriting.window(window -> Window.first(1)).apply(query);
            return super.deleteAll(plan(one).plan(), options);
        }
    }

    private static final class Secretive extends MapAdapter {
        @Override
        public List<Row> deleteAllReturning(NativePlan plan, List<Integer> returning, CallOptions options) {
            return super.deleteAllReturning(plan, returning, options).stream()
                    .map(row -> Row.over(row.layout(), new Object[row.layout().size()]))
                    .toList();
        }
    }

    private static final class AnyPrefix extends MapAdapter {
        @Override
        public @Nullable Row find(Source source, List<Object> key, CallOptions options) {
            Source plain = new Source(
                    source.name(), Optional.empty(), source.layout(), source.key(), source.indexes(), source.hints());
            return super.find(plain, key, options);
        }
    }
}
