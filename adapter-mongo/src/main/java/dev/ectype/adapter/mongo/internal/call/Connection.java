package dev.ectype.adapter.mongo.internal.call;

import com.mongodb.MongoException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.connection.ServerType;
import dev.ectype.adapter.mongo.internal.source.MongoSource;
import dev.ectype.adapter.mongo.internal.write.Failures;
import dev.ectype.error.MappingException;
import dev.ectype.error.StoreException;
import dev.ectype.spi.CallOptions;
import dev.ectype.types.stored.Row;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * A client with what every call has in common, inside a transaction or outside. Safe for use by several threads outside.
 *
 * @param client the driver's client
 * @param settings what every call has in common
 * @param session the session of the transaction, if there is one
 * @param end when a call of several requests is to have ended, by the clock of {@link System#nanoTime()}
 */
public record Connection(MongoClient client, Settings settings, Optional<ClientSession> session, OptionalLong end) {

    /** Creates a connection outside of transactions and calls. */
    public Connection(MongoClient client, Settings settings) {
        this(client, settings, Optional.empty(), OptionalLong.empty());
    }

    /** Returns the same for one call, all of whose requests together have its limit of time. */
    public Connection during(CallOptions call) {
        return new Connection(
                client,
                settings,
                session,
                OptionalLong.of(System.nanoTime() + limit(call).toNanos()));
    }

    /** Returns the same inside a transaction, whose limit of time is one for all of its calls. */
    public Connection in(ClientSession transaction, Duration limit) {
        return new Connection(client, settings.withTimeout(limit), Optional.of(transaction), OptionalLong.empty());
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

    /**
     * Returns a database, with the limits of a call.
     *
     * @throws MappingException if no database has such a name; inside a transaction, if the call is to take less time than all of
     *     it may
     */
    public MongoDatabase database(String name, CallOptions options) {
        if (session.isPresent()) {
            requireNoOwnLimit(options);
            return named(name);
        }
        MongoDatabase database = named(name).withTimeout(millis(options), TimeUnit.MILLISECONDS);
        database = settings.writeConcern().map(database::withWriteConcern).orElse(database);
        database = settings.readConcern().map(database::withReadConcern).orElse(database);
        return settings.readPreference().map(database::withReadPreference).orElse(database);
    }

    private MongoDatabase named(String name) {
        try {
            return client.getDatabase(name);
        } catch (IllegalArgumentException noName) {
            throw new MappingException(
                    MappingException.Kind.USAGE,
                    "a prefix is the name of a database: 1 to 63 bytes, without spaces and any of /\\.\"$*<>:|?",
                    Map.of("store", "MongoDB", "prefix", name),
                    false,
                    noName);
        }
    }

    /** The driver counts the time of a transaction as a whole, and takes no limits of single calls inside. */
    private void requireNoOwnLimit(CallOptions options) {
        if (limit(options).compareTo(settings.timeout()) < 0) {
            throw new MappingException(
                    MappingException.Kind.UNSUPPORTED,
                    "a call inside a transaction of MongoDB has no limit of time of its own: give it to the"
                            + " transaction",
                    Map.of("store", "MongoDB", "limit of the transaction", settings.timeout()));
        }
    }

    /** Returns the failure of a call that writes. */
    public StoreException failed(MongoSource source, MongoException failure) {
        return Failures.ofWrite(failure, source.source().toString(), isReachable());
    }

    /** Tells whether the driver knows a server that answers: while it knows none, nothing is sent. */
    private boolean isReachable() {
        return client.getClusterDescription().getServerDescriptions().stream()
                .anyMatch(server -> server.getType() != ServerType.UNKNOWN);
    }

    /** Returns the time that is left; a request for which there is none is not sent. */
    private long millis(CallOptions options) {
        if (end.isEmpty()) {
            return Math.max(1, limit(options).toMillis());
        }
        long left = TimeUnit.NANOSECONDS.toMillis(end.getAsLong() - System.nanoTime());
        if (left <= 0) {
            throw new StoreException(
                    "MongoDB did not answer all of a call in time",
                    Map.of("store", "MongoDB", "limit", limit(options)),
                    StoreException.Outcome.NOT_DONE,
                    true,
                    null);
        }
        return left;
    }

    /** Returns the limit of time of a call. */
    Duration limit(CallOptions options) {
        return options.timeout().map(Settings::bounded).orElse(settings.timeout());
    }
}
