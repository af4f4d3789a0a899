package dev.ectype.tck.self;

import dev.ectype.spi.Adapter;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Source;
import dev.ectype.spi.Transactional.Savepoint;
import dev.ectype.spi.Transactional.Transaction;
import dev.ectype.types.stored.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adapters that get transactions, indexes, namespaces and rows read by key wrong. */
final class StateMutants {
    private StateMutants() {}

    static List<Mutant> all() {
        return List.of(
                Mutant.of("only pretends transactions", "TX2", "Transacting", Pretending::new),
                Mutant.of("commits over what it has not seen", "TX7", "Transacting", LastWins::new),
                Mutant.of("lets both writers of a row win", "TX6", "Transacting", LastWins::new),
                Mutant.of(
                        "lets two have one unique value", "CC4", "Concurring", () -> new MapAdapter(new LaxIndexes())),
                Mutant.of("forgets savepoints", "TX8", "Transacting", WithoutSavepoints::new),
                Mutant.of("lets absent values clash", "I5", "Inserting", () -> new MapAdapter(new ClashingNulls())),
                Mutant.of("enforces no unique index", "I4", "Inserting", () -> new MapAdapter(new LaxIndexes())),
                Mutant.of("forgets what was committed", "TX1", "Transacting", Forgetting::new),
                Mutant.of("reads any row for a key that is not there", "KR1", "ReadingByKey", ReadingAny::new),
                Mutant.of("reads the key alone", "KR2", "ReadingByKey", ReadingKeys::new),
                Mutant.of("reads by the first field of a key", "KR3", "ReadingByKey", FirstField::new),
                Mutant.of("keeps what it read by key", "KR4", "ReadingByKey", Remembering::new),
                Mutant.of("reads by key outside of its transaction", "KR6", "ReadingByKey", ReadingOutside::new),
                Mutant.of("knows no prefixes", "PX1", "Prefixing", () -> new MapAdapter(new OneNamespace())));
    }

    /** Returns an adapter that only pretends transactions. */
    static MapAdapter pretending() {
        return new Pretending();
    }

    private static final class Pretending extends MapAdapter {
        @Override
        public Transaction begin(CallOptions options) {
            return new Told(this, super.begin(options)) {
                @Override
                public void rollback() {}
            };
        }
    }

    /** A transaction that works on the store itself. */
    static class Told implements Transaction {
        private final Adapter inside;
        private final Transaction real;

        Told(Adapter inside, Transaction real) {
            this.inside = inside;
            this.real = real;
        }

        @Override
        public Adapter adapter() {
            return inside;
        }

        @Override
        public void commit() {}

        @Override
        public void rollback() {
            real.rollback();
        }

        @Override
        public Savepoint savepoint() {
            return real.savepoint();
        }

        @Override
        public void close() {}
    }

    private static final class LastWins extends MapAdapter {
        @Override
        void commit(MapTables start, MapTables changed) {
            synchronized (tables) {
                tables.become(changed);
            }
        }
    }

    private static final class WithoutSavepoints extends MapAdapter {
        @Override
        public Transaction begin(CallOptions options) {
            Transaction real = super.begin(options);
            return new Told(real.adapter(), real) {
                @Override
                public void commit() {
                    real.commit();
                }

                @Override
                public Savepoint savepoint() {
                    return () -> {};
                }
            };
        }
    }

    private static final class Forgetting extends MapAdapter {
        @Override
        void commit(MapTables start, MapTables changed) {}
    }

    private static final class ReadingAny extends MapAdapter {
        @Override
        public @Nullable Row find(Source source, List<Object> key, CallOptions options) {
            Row found = super.find(source, key, options);
            return found != null
                    ? found
                    : tables.rows(source).stream().findFirst().orElse(null);
        }
    }

    private static final class ReadingKeys extends MapAdapter {
        @Override
        public @Nullable Row find(Source source, List<Object> key, CallOptions options) {
            Row found = super.find(source, key, options);
            Object[] values = new Object[source.layout().size()];
            for (int i = 0; i < key.size(); i++) {
                values[source.key().get(i)] = key.get(i);
            }
            return found == null ? null : Row.over(source.layout(), values);
        }
    }

    private static final class FirstField extends MapAdapter {
        @Override
        public @Nullable Row find(Source source, List<Object> key, CallOptions options) {
            int first = source.key().get(0);
            return tables.rows(source).stream()
                    .filter(row -> key.get(0).equals(row.get(first)))
                    .findFirst()
                    .orElse(null);
        }
    }

    private static final class Remembering extends MapAdapter {
        private final Map<List<Object>, Row> known = new HashMap<>();

        @Override
        public @Nullable Row find(Source source, List<Object> key, CallOptions options) {
            return known.computeIfAbsent(key, unknown -> super.find(source, key, options));
        }
    }

    private static final class ReadingOutside extends MapAdapter {
        @Override
        public Transaction begin(CallOptions options) {
            Transaction real = super.begin(options);
            MapAdapter inside = new MapAdapter(((MapAdapter) real.adapter()).tables) {
                @Override
                public @Nullable Row find(Source source, List<Object> key, CallOptions given) {
                    return ReadingOutside.this.find(source, key, given);
                }
            };
            return new Told(inside, real) {
                @Override
                public void commit() {
                    real.commit();
                }
            };
        }
    }

    private static final class ClashingNulls extends MapTables {
        @Override
        boolean canClash(List<Object> values) {
            return true;
        }
    }

    private static final class LaxIndexes extends MapTables {
        @Override
        boolean canClash(List<Object> values) {
            return false;
        }
    }

    private static final class OneNamespace extends MapTables {
        @Override
        String nameOf(Source source) {
            return source.name();
        }
    }
}
