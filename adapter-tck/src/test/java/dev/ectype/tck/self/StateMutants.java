package dev.ectype.tck.self;

import dev.ectype.spi.Adapter;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Source;
import dev.ectype.spi.Transactional.Savepoint;
import dev.ectype.spi.Transactional.Transaction;
import java.util.List;

/** Adapters that get transactions, indexes and namespaces wrong. */
final class StateMutants {
    private StateMutants() {}

    static List<Mutant> all() {
        return List.of(
                Mutant.of("only pretends transactions", "TX2", "Transacting", Pretending::new),
                Mutant.of("commits over what it has not seen", "TX7", "Transacting", LastWins::new),
                Mutant.of("forgets savepoints", "TX8", "Transacting", WithoutSavepoints::new),
                Mutant.of("lets absent values clash", "I5", "Inserting", () -> new MapAdapter(new ClashingNulls())),
                Mutant.of("enforces no unique index", "I4", "Inserting", () -> new MapAdapter(new LaxIndexes())),
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
    private static class Told implements Transaction {
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
