package dev.ectype.adapter.dynamo;

import dev.ectype.adapter.dynamo.internal.call.Connection;
import dev.ectype.adapter.dynamo.internal.expression.Conditions;
import dev.ectype.adapter.dynamo.internal.plan.CountPlan;
import dev.ectype.adapter.dynamo.internal.plan.Counting;
import dev.ectype.adapter.dynamo.internal.plan.DynamoPlan;
import dev.ectype.adapter.dynamo.internal.plan.Planner;
import dev.ectype.adapter.dynamo.internal.read.Reading;
import dev.ectype.adapter.dynamo.internal.source.DynamoSource;
import dev.ectype.adapter.dynamo.internal.storage.Storing;
import dev.ectype.adapter.dynamo.internal.write.BulkWriting;
import dev.ectype.adapter.dynamo.internal.write.Together;
import dev.ectype.adapter.dynamo.internal.write.Writing;
import dev.ectype.adapter.dynamo.request.DynamoOptions;
import dev.ectype.query.ir.Grouping;
import dev.ectype.spi.Adapter;
import dev.ectype.spi.Aggregating;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.AtomicWriting;
import dev.ectype.spi.BulkInserting;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Delete;
import dev.ectype.spi.ElementUpdating;
import dev.ectype.spi.Insert;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.NestedChanging;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.spi.Source;
import dev.ectype.spi.Update;
import dev.ectype.spi.Write;
import dev.ectype.spi.WriteOutcome;
import java.util.List;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * DynamoDB through the client of the AWS SDK. A source is a table, its prefix the beginning of the table's name. Several
 * writes that are known beforehand take place together; transactions in which reads and writes alternate do not exist in
 * the store, so this adapter has none. Safe for use by several threads.
 */
public final class DynamoAdapter
        implements Adapter, Aggregating, AtomicWriting, BulkInserting, ElementUpdating, NestedChanging {
    private final Connection connection;
    private final Sources sources = new Sources();
    private final Runnable closing;

    private DynamoAdapter(Connection connection, Runnable closing) {
        this.connection = connection;
        this.closing = closing;
    }

    /** Works with the caller's own client, which stays open when the adapter is closed. */
    public static DynamoAdapter over(DynamoDbClient client) {
        return over(client, DynamoOptions.DEFAULTS);
    }

    /** Works with the caller's own client, which stays open when the adapter is closed. */
    public static DynamoAdapter over(DynamoDbClient client, DynamoOptions options) {
        return new DynamoAdapter(new Connection(client, options), () -> {});
    }

    /** Makes a client of its own, which is closed with the adapter. */
    public static DynamoAdapter connect(DynamoServer server) {
        return connect(server, DynamoOptions.DEFAULTS);
    }

    /** Makes a client of its own, which is closed with the adapter. */
    public static DynamoAdapter connect(DynamoServer server, DynamoOptions options) {
        DynamoDbClient client = server.client();
        return new DynamoAdapter(new Connection(client, options), client::close);
    }

    @Override
    public String store() {
        return "DynamoDB";
    }

    @Override
    public PushDown plan(QueryRequest query) {
        return Planner.plan(sources.of(query.source()), query);
    }

    @Override
    public Answer planGrouping(QueryRequest query, Grouping grouping) {
        return Counting.plan(sources.of(query.source()), query, grouping);
    }

    @Override
    public RowCursor scan(NativePlan plan, ScanSpec spec) {
        Reading reading = new Reading(connection);
        return plan instanceof CountPlan count ? reading.count(count, spec) : reading.open(own(plan), spec);
    }

    private static DynamoPlan own(NativePlan plan) {
        if (plan instanceof DynamoPlan own) {
            return own;
        }
        throw new IllegalArgumentException("a plan of another adapter: " + plan.getClass());
    }

    private Writing writing(Write write) {
        return new Writing(connection, sources.of(write.source()), connection.deadline(write.options()));
    }

    @Override
    public WriteOutcome insert(Insert insert) {
        return writing(insert).insert(insert);
    }

    @Override
    public WriteOutcome update(Update update) {
        return writing(update).update(update);
    }

    @Override
    public WriteOutcome delete(Delete delete) {
        return writing(delete).delete(delete);
    }

    @Override
    public List<WriteOutcome> insertAll(List<Insert> inserts) {
        return inserts.isEmpty()
                ? List.of()
                : new BulkWriting(connection)
                        .insertAll(sources.of(inserts.get(0).source()), inserts);
    }

    @Override
    public long updateAll(NativePlan plan, List<Assignment> assignments, CallOptions options) {
        return new BulkWriting(connection).updateAll(own(plan), assignments, options);
    }

    @Override
    public long deleteAll(NativePlan plan, CallOptions options) {
        return new BulkWriting(connection).deleteAll(own(plan), options);
    }

    @Override
    public int maxWrites() {
        return Together.mostWrites();
    }

    @Override
    public List<WriteOutcome> writeTogether(List<Write> writes) {
        return writes.isEmpty()
                ? List.of()
                : new Together(
                                connection,
                                sources::of,
                                connection.deadline(writes.get(0).options()))
                        .write(writes);
    }

    /**
     * Returns the conditions of a query as an expression of the Enhanced Client, for its filters and the conditions of its
     * writes: every name and value is a placeholder, and null is unknown as in a repo's queries.
     *
     * @throws dev.ectype.error.UnsupportedQueryException if a condition has no expression, or if all items meet them, or
     *     none
     */
    public Expression expression(QueryRequest query) {
        return Conditions.expression(sources.of(query.source()), query.conjuncts());
    }

    /** Returns the tables of a source, to create them, compare them with their schema, or drop them. */
    public DynamoStorage storage(Source source) {
        DynamoSource derived = sources.of(source);
        return new DynamoStorage(connection, derived, new Storing(connection, derived));
    }

    @Override
    public void close() {
        connection.close();
        closing.run();
    }
}
