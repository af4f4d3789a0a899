package dev.ectype.adapter.mongo.internal.call;

import com.mongodb.ClientSessionOptions;
import com.mongodb.MongoException;
import com.mongodb.ReadPreference;
import com.mongodb.TransactionOptions;
import com.mongodb.client.ClientSession;
import dev.ectype.adapter.mongo.internal.write.Failures;
import dev.ectype.error.MappingException;
import dev.ectype.error.StoreException;
import dev.ectype.error.StoreException.Outcome;
import dev.ectype.spi.Adapter;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Transactional;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Transactions of a replica set or a sharded cluster, each in a session of its own. */
public final class Transactions implements Transactional {
    private static final String SOURCE = "a transaction";
    private static final int COMMIT_ATTEMPTS = 3;

    private final Connection connection;
    private final Function<Connection, Adapter> adapters;

    /**
     * Creates the transactional part of an adapter.
     *
     * @param adapters makes the adapter that works inside a transaction
     */
    public Transactions(Connection connection, Function<Connection, Adapter> adapters) {
        this.connection = connection;
        this.adapters = adapters;
    }

    @Override
    public Transaction begin(CallOptions options) {
        try {
            ClientSession session = connection
                    .client()
                    .startSession(ClientSessionOptions.builder()
                            .causallyConsistent(true)
                            .build());
            Duration limit = connection.limit(options);
            session.startTransaction(options(limit));
            long end = System.nanoTime() + limit.toNanos();
            return new Open(session, adapters.apply(connection.in(session, limit)), end);
        } catch (MongoException failure) {
            throw Failures.ofRead(failure, SOURCE);
        }
    }

    private TransactionOptions options(Duration limit) {
        Settings settings = connection.settings();
        // Transactions are read where they are written, whatever the client prefers.
        TransactionOptions.Builder builder = TransactionOptions.builder().readPreference(ReadPreference.primary());
        settings.writeConcern().ifPresent(builder::writeConcern);
        settings.readConcern().ifPresent(builder::readConcern);
        builder.timeout(Math.max(1, limit.toMillis()), TimeUnit.MILLISECONDS);
        return builder.build();
    }

    private record Open(ClientSession session, Adapter adapter, long end) implements Transaction {

        @Override
        public void commit() {
            if (session.hasActiveTransaction()) {
                commit(1);
            }
        }

        /** After a commit that failed the session no longer calls the transaction active, and takes another commit. */
        private void commit(int attempt) {
            try {
                session.commitTransaction();
            } catch (MongoException failure) {
                boolean unknown = failure.hasErrorLabel(MongoException.UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL);
                boolean late = System.nanoTime() - end >= 0;
                if (!unknown || late || attempt >= COMMIT_ATTEMPTS) {
                    throw failed(failure, unknown);
                }
                commit(attempt + 1);
            }
        }

        private static StoreException failed(MongoException failure, boolean unknown) {
            Outcome outcome = unknown
                    ? Outcome.UNKNOWN
                    : Failures.ofWrite(failure, SOURCE).outcome();
            return new StoreException(
                    said(outcome),
                    Map.of("store", "MongoDB", "code", failure.getCode()),
                    outcome,
                    outcome == Outcome.NOT_DONE
                            && failure.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL),
                    failure);
        }

        private static String said(Outcome outcome) {
            return switch (outcome) {
                case DONE, PARTLY -> "MongoDB committed the transaction, and did not reach the write concern";
                case NOT_DONE -> "MongoDB did not commit the transaction";
                case UNKNOWN -> "MongoDB did not say whether it committed";
            };
        }

        @Override
        public void rollback() {
            try {
                if (session.hasActiveTransaction()) {
                    session.abortTransaction();
                }
            } catch (MongoException failure) {
                throw Failures.ofRead(failure, SOURCE);
            }
        }

        @Override
        public Savepoint savepoint() {
            throw new MappingException(
                    MappingException.Kind.UNSUPPORTED,
                    "MongoDB has no savepoints: do the inner work in the outer transaction, or in one of its own",
                    Map.of("store", "MongoDB"));
        }

        @Override
        public void close() {
            try {
                rollback();
            } finally {
                session.close();
            }
        }
    }
}
