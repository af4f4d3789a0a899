package dev.ectype.adapter.mongo.internal.call;

import com.mongodb.MongoException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.connection.ServerType;
import dev.ectype.adapter.mongo.internal.source.MongoSource;
import dev.ectype.adapter.mongo.internal.write.Failures;
import dev.ectype.error.StoreException;
import dev.ectype.spi.CallOptions;
import dev.ectype.types.stored.Row;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A client with what every call has in common, inside a transaction or outside. Safe for use by several threads outside.
 *
 * @param client the driver's client
 * @param settings what every call has in common
 * @param session the session of the transaction, if there is one
 */
public record Connection(MongoClient client, Settings settings, Optional<ClientSession> session) {

    /** Returns the same inside a transaction. */
    public Connection in(ClientSession transaction) {
        return new Connection(client, settings, Optional.of(transaction));
    }

    /** Returns the collection of a source, with the limits of a call. */
    public MongoCollection<Row> collection(MongoSource source, CallOptions options) {
        return database(source, options)
                .getCollection(source.source().name(), Row.class)
                .withCodecRegistry(source.registry());
    }

    /** Returns the database of a source, with the limits of a call. */
    public MongoDatabase database(MongoSource source, CallOptions options) {
        return database(source.source().prefix().orElse(settings.database()), options);
    }

    /** Returns a database, with the limits of a call. */
    public MongoDatabase database(String name, CallOptions options) {
        MongoDatabase database = client.getDatabase(name).withTimeout(millis(options), TimeUnit.MILLISECONDS);
        if (session.isPresent()) {
            return database;
        }
        database = settings.writeConcern().map(database::withWriteConcern).orElse(database);
        database = settings.readConcern().map(database::withReadConcern).orElse(database);
        return settings.readPreference().map(database::withReadPreference).orElse(database);
    }

    /** Returns the failure of a call that writes. */
    StoreException failed(MongoSource source, MongoException failure) {
        return Failures.ofWrite(failure, source.source().toString(), isReachable());
    }

    /** Tells whether the driver knows a server that answers: while it knows none, nothing is sent. */
    private boolean isReachable() {
        return client.getClusterDescription().getServerDescriptions().stream()
                .anyMatch(server -> server.getType() != ServerType.UNKNOWN);
    }

    private long millis(CallOptions options) {
        Duration timeout = options.timeout().orElse(settings.timeout());
        return Math.max(1, timeout.toMillis());
    }
}
