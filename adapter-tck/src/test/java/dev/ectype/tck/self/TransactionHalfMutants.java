package dev.ectype.tck.self;

import dev.ectype.error.StoreException;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Delete;
import dev.ectype.spi.Insert;
import dev.ectype.spi.Transactional;
import dev.ectype.spi.Write;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.tck.profile.Capability;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Adapters whose transactions and writes together begin well and end otherwise. */
final class TransactionHalfMutants {
    private TransactionHalfMutants() {}

    static List<Mutant> all() {
        return List.of(
                Mutant.of("takes back what is committed when it is closed", "TX3", "Transacting", TakingBack::new),
                TransactionMutants.inside("checks against what is committed", "TX5", "Transacting", Unaware::new),
                Mutant.of("says that a conflict is for good", "TX6", "Transacting", Final::new),
                Mutant.of("ends with going back to a savepoint", "TX8", "Transacting", EndingAtSavepoints::new),
                TransactionMutants.together("writes the first source alone", "AW1", TransactionHalfMutants::ofFirst),
                TransactionMutants.together("blames the first of several", "AW2", TransactionHalfMutants::blaming),
                TransactionMutants.together("takes fewer than it says", "AW6", TransactionHalfMutants::few),
                withoutTransactions(
                        "blames an owner for its records", "RW6", "Relating", TransactionHalfMutants::blaming),
                withoutTransactions(
                        "keeps a row that it wrote together with a stale one",
                        "RW7",
                        "Relating",
                        TransactionMutants::goingOn));
    }

    private static List<WriteOutcome> ofFirst(MapAdapter adapter, List<Write> writes) {
        List<WriteOutcome> outcomes = adapter.writeTogether(writes);
        writes.stream()
                .filter(write ->
                        !write.source().name().equals(writes.get(0).source().name()))
                .forEach(write -> adapter.tables.create(write.source()));
        return outcomes;
    }

    private static List<WriteOutcome> blaming(MapAdapter adapter, List<Write> writes) {
        List<WriteOutcome> outcomes = new ArrayList<>(adapter.writeTogether(writes));
        outcomes.sort((one, other) -> Boolean.compare(isDone(one), isDone(other)));
        return outcomes;
    }

    private static boolean isDone(WriteOutcome outcome) {
        return outcome instanceof WriteOutcome.Written;
    }

    private static List<WriteOutcome> few(MapAdapter adapter, List<Write> writes) {
        if (writes.size() > 25) {
            throw MapAdapter.unsupported("too many writes");
        }
        return adapter.writeTogether(writes);
    }

    private static final class TakingBack extends MapAdapter {
        @Override
        public Transaction begin(CallOptions options) {
            MapTables start = tables.copy();
            Transaction real = super.begin(options);
            return new StateMutants.Told(real.adapter(), real) {
                @Override
                public void commit() {
                    real.commit();
                }

                @Override
                public void close() {
                    tables.become(start);
                }
            };
        }
    }

    /** Inserts over what its own transaction has inserted. */
    private static final class Unaware extends MapAdapter {
        private final MapAdapter store;

        Unaware(MapAdapter store, MapTables inside) {
            super(inside);
            this.store = store;
        }

        @Override
        WriteOutcome write(Write write) {
            if (write instanceof Insert i) {
                List<Object> key = List.of(i.row().get(0));
                if (store.tables.row(i.source(), key) == null) {
                    super.write(new Delete(i.source(), key, List.of(), List.of(), i.options()));
                }
            }
            return super.write(write);
        }
    }

    private static final class Final extends MapAdapter {
        @Override
        void commit(MapTables start, MapTables changed) {
            try {
                super.commit(start, changed);
            } catch (StoreException conflict) {
                throw new StoreException("another was first", Map.of(), StoreException.Outcome.NOT_DONE, false, null);
            }
        }
    }

    private static final class EndingAtSavepoints extends MapAdapter {
        @Override
        public Transaction begin(CallOptions options) {
            Transaction real = super.begin(options);
            return new StateMutants.Told(real.adapter(), real) {
                private boolean ended;

                @Override
                public void commit() {
                    if (!ended) {
                        real.commit();
                    }
                }

                @Override
                public Savepoint savepoint() {
                    Savepoint point = real.savepoint();
                    return () -> {
                        point.rollback();
                        ended = true;
                    };
                }
            };
        }
    }

    /** Returns an adapter that has no transactions, and writes together all the same. */
    static Mutant withoutTransactions(
            String fault, String rule, String topic, BiFunction<MapAdapter, List<Write>, List<WriteOutcome>> writing) {
        return Mutant.of(fault, rule, topic, () -> new Together(writing))
                .claiming(all -> all.without(Capability.TRANSACTIONS, "together alone"));
    }

    private static final class Together extends MapAdapter {
        private final BiFunction<MapAdapter, List<Write>, List<WriteOutcome>> writing;

        Together(BiFunction<MapAdapter, List<Write>, List<WriteOutcome>> writing) {
            this.writing = writing;
        }

        @Override
        public <T> Optional<T> as(Class<T> part) {
            return part == Transactional.class ? Optional.empty() : super.as(part);
        }

        @Override
        public List<WriteOutcome> writeTogether(List<Write> writes) {
            return writing.apply(new MapAdapter(tables), writes);
        }
    }
}
