package dev.ectype.adapter.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import dev.ectype.adapter.mongo.internal.call.BulkWriting;
import dev.ectype.adapter.mongo.internal.call.Connection;
import dev.ectype.adapter.mongo.internal.call.Inserting;
import dev.ectype.adapter.mongo.internal.call.Reading;
import dev.ectype.adapter.mongo.internal.call.Settings;
import dev.ectype.adapter.mongo.internal.call.Topology;
import dev.ectype.adapter.mongo.internal.call.Transactions;
import dev.ectype.adapter.mongo.internal.call.Watching;
import dev.ectype.adapter.mongo.internal.call.Writing;
import dev.ectype.adapter.mongo.internal.query.FindPlan;
import dev.ectype.adapter.mongo.internal.query.GroupPlan;
import dev.ectype.adapter.mongo.internal.query.Groupings;
import dev.ectype.adapter.mongo.internal.query.JoinPlan;
import dev.ectype.adapter.mongo.internal.query.Lookups;
import dev.ectype.adapter.mongo.internal.query.Planner;
import dev.ectype.adapter.mongo.internal.source.MongoSource;
import dev.ectype.adapter.mongo.internal.storage.Storing;
import dev.ectype.error.MappingException;
import dev.ectype.query.ir.Grouping;
import dev.ectype.spi.Adapter;
import dev.ectype.spi.Aggregating;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.BulkInserting;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Delete;
import dev.ectype.spi.ElementUpdating;
import dev.ectype.spi.Insert;
import dev.ectype.spi.Joining;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.NestedChanging;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.spi.Source;
import dev.ectype.spi.Transactional;
import dev.ectype.spi.Update;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bson.UuidRepresentation;
import org.bson.codecs.Codec;
import org.bson.codecs.configuration.CodecRegistries;

/**
 * MongoDB through its synchronous driver. A source is a collection, its prefix a database. Transactions are there where
 * the servers have them, which is asked the first time that somebody wants to know. Safe for use by several threads.
 */
public final class MongoAdapter
        implements Adapter, Aggregating, BulkInserting, ElementUpdating, Joining, NestedChanging {
    private final Connection connection;
    private final Sources sources;
    private final boolean ownsClient;
    private volatile Optional<Topology> topology = Optional.empty();

    private MongoAdapter(Connection connection, Sources sources, boolean ownsClient) {
        this.connection = connection;
        this.sources = sources;
        this.ownsClient = ownsClient;
    }

    /** Connects to the servers of a connection string, which must name the database as well. */
    public static MongoAdapter connect(String uri) {
        return connect(uri, MongoOptions.DEFAULTS);
    }

    /** Connects to the servers of a connection string, which must name the database as well. */
    public static MongoAdapter connect(String uri, MongoOptions options) {
        ConnectionString parsed = new ConnectionString(uri);
        String database = parsed.getDatabase();
        if (database == null) {
            throw new MappingException(
                    MappingException.Kind.USAGE,
                    "a connection string must name the database: mongodb://host/database",
                    Map.of("hosts", parsed.getHosts()));
        }
        MongoClientSettings settings = MongoClientSettings.builder()
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .applyConnectionString(parsed)
                .build();
        requireAcknowledged(options.writeConcern().orElse(settings.getWriteConcern()));
        return create(MongoClients.create(settings), database, options, true);
    }

    /** Works with the caller's own client, which stays open when the adapter is closed. */
    public static MongoAdapter over(MongoClient client, String database) {
        return over(client, database, MongoOptions.DEFAULTS);
    }

    /**
     * Works with the caller's own client, which stays open when the adapter is closed.
     *
     * @throws MappingException if writes are not acknowledged
     */
    public static MongoAdapter over(MongoClient client, String database, MongoOptions options) {
        requireAcknowledged(options.writeConcern().orElse(client.getWriteConcern()));
        return create(client, database, options, false);
    }

    private static MongoAdapter create(MongoClient client, String database, MongoOptions options, boolean ownsClient) {
        Settings settings = new Settings(
                database,
                options.timeout(),
                options.batchSize(),
                options.writeConcern(),
                options.readPreference(),
                options.readConcern());
        return new MongoAdapter(new Connection(client, settings), Sources.with(options), ownsClient);
    }

    /** Without an answer nobody can say what became of a write. */
    private static void requireAcknowledged(WriteConcern concern) {
        if (!concern.isAcknowledged()) {
            throw new MappingException(
                    MappingException.Kind.USAGE,
                    "every write has an outcome here, and this write concern asks for none: use w=1 or more",
                    Map.of(
                            "store",
                            "MongoDB",
                            "write concern",
                            concern.asDocument().toJson()));
        }
    }

    @Override
    public String store() {
        return "MongoDB";
    }

    @Override
    public PushDown plan(QueryRequest query) {
        return Planner.plan(sources.of(query.source()), query);
    }

    @Override
    public Aggregating.Answer planGrouping(QueryRequest query, Grouping grouping) {
        return Groupings.plan(sources.of(query.source()), query, grouping);
    }

    @Override
    public Joining.Answer planJoins(QueryRequest query, List<Joining.Join> joins, Layout result) {
        return Lookups.plan(sources::of, query, joins, result);
    }

    @Override
    public RowCursor scan(NativePlan plan, ScanSpec spec) {
        Reading reading = new Reading(connection);
        if (plan instanceof JoinPlan join) {
            return reading.join(join, spec);
        }
        return plan instanceof GroupPlan group ? reading.group(group, spec) : reading.find(own(plan), spec);
    }

    @Override
    public WriteOutcome insert(Insert insert) {
        return new Inserting(connection.during(insert.options())).insert(sources.of(insert.source()), insert);
    }

    @Override
    public WriteOutcome update(Update update) {
        return new Writing(connection.during(update.options())).update(sources.of(update.source()), update);
    }

    @Override
    public WriteOutcome delete(Delete delete) {
        return new Writing(connection).delete(sources.of(delete.source()), delete);
    }

    @Override
    public List<WriteOutcome> insertAll(List<Insert> inserts) {
        if (inserts.isEmpty()) {
            return List.of();
        }
        Insert first = inserts.get(0);
        return new BulkWriting(connection.during(first.options())).insertAll(sources.of(first.source()), inserts);
    }

    @Override
    public long updateAll(NativePlan plan, List<Assignment> assignments, CallOptions options) {
        return new BulkWriting(connection.during(options)).updateAll(own(plan), assignments, options);
    }

    @Override
    public long deleteAll(NativePlan plan, CallOptions options) {
        return new BulkWriting(connection).deleteAll(own(plan), options);
    }

    private static FindPlan own(NativePlan plan) {
        if (plan instanceof FindPlan own) {
            return own;
        }
        throw new IllegalArgumentException("a plan of another adapter: " + plan.getClass());
    }

    /** Returns an optional part; transactions, if the servers have them and this is not already inside one. */
    @Override
    public <T> Optional<T> as(Class<T> part) {
        if (part != Transactional.class) {
            return Adapter.super.as(part);
        }
        return connection.session().isPresent() || !topology().isReplicated()
                ? Optional.empty()
                : Optional.of(
                        part.cast(new Transactions(connection, inside -> new MongoAdapter(inside, sources, false))));
    }

    /** Returns the collection of a source, to create it, compare it with its schema, or drop it. */
    public MongoStorage storage(Source source) {
        return new MongoStorage(new Storing(connection, sources.of(source)), false);
    }

    /**
     * Returns the driver's own collection of a source, for what only the driver says, such as array filters with ranges. Its
     * documents are the schema's records; names are those of the store, and no condition or change is translated.
     *
     * @param load makes a record of a row, as a schema's {@code load} does
     * @param dump makes a row of a record, as a schema's {@code dump} does
     */
    public <R> MongoCollection<R> collection(
            Source source, Class<R> type, Function<Row, R> load, Function<R, Row> dump) {
        MongoSource own = sources.of(source);
        Codec<R> codec = new MongoRecords<>(own, type, load, dump);
        return connection
                .collection(own, CallOptions.NONE)
                .withDocumentClass(type)
                .withCodecRegistry(CodecRegistries.fromRegistries(
                        CodecRegistries.fromCodecs(codec), MongoClientSettings.getDefaultCodecRegistry()));
    }

    /**
     * Subscribes to the changes of a source, from now on.
     *
     * @param load makes a record of a row, as a schema's {@code load} does
     * @throws MappingException if the servers are no replica set, which alone has change streams
     * @throws dev.ectype.error.StoreException if the store fails
     */
    public <R> MongoChanges<R> changes(Source source, Function<Row, R> load) {
        return changes(source, load, Optional.empty());
    }

    /**
     * Subscribes to the changes of a source that came after one that was read.
     *
     * @param load makes a record of a row, as a schema's {@code load} does
     * @param place the place of that change
     * @throws MappingException if the servers are no replica set, or the place is none
     * @throws dev.ectype.error.StoreException if the store fails, or no longer knows what came after that place
     */
    public <R> MongoChanges<R> changesAfter(Source source, Function<Row, R> load, String place) {
        return changes(source, load, Optional.of(place));
    }

    private <R> MongoChanges<R> changes(Source source, Function<Row, R> load, Optional<String> place) {
        if (!topology().isReplicated()) {
            throw new MappingException(
                    MappingException.Kind.UNSUPPORTED,
                    "only a replica set or a sharded cluster tells of changes, and this is a single server",
                    Map.of("store", store(), "source", source));
        }
        MongoSource own = sources.of(source);
        return new MongoChanges<>(Watching.open(connection, own, place), own, load);
    }

    private Topology topology() {
        Topology known = topology.filter(asked -> asked.isStill(connection.client()))
                .orElseGet(() ->
                        Topology.of(connection.client(), connection.settings().timeout()));
        topology = Optional.of(known);
        return known;
    }

    @Override
    public void close() {
        if (ownsClient) {
            connection.client().close();
        }
    }
}
