package dev.ectype.adapter.mongo.internal.call;

import com.mongodb.MongoException;
import com.mongodb.client.AggregateIterable;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoIterable;
import com.mongodb.client.cursor.TimeoutMode;
import dev.ectype.adapter.mongo.internal.codec.RowCodec;
import dev.ectype.adapter.mongo.internal.query.FindPlan;
import dev.ectype.adapter.mongo.internal.query.GroupPlan;
import dev.ectype.adapter.mongo.internal.query.JoinPlan;
import dev.ectype.adapter.mongo.internal.source.MongoSource;
import dev.ectype.adapter.mongo.internal.write.Failures;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.types.stored.Row;
import java.util.List;
import java.util.OptionalLong;
import org.bson.BsonDocument;
import org.bson.BsonMaximumSizeExceededException;
import org.bson.codecs.BsonValueCodecProvider;
import org.bson.codecs.configuration.CodecRegistries;

/** Runs queries. */
public final class Reading {
    private final Connection connection;

    /** Creates the reading half of an adapter. */
    public Reading(Connection connection) {
        this.connection = connection;
    }

    /** Runs a query of documents. */
    public RowCursor find(FindPlan plan, ScanSpec spec) {
        MongoCollection<Row> collection = connection.collection(plan.source(), spec.options());
        long limit = plan.limit().orElse(Long.MAX_VALUE);
        long budget = spec.rowBudget().orElse(Long.MAX_VALUE);
        // One row more than the budget tells whether there are more.
        long most = Math.min(limit, budget == Long.MAX_VALUE ? budget : budget + 1);
        OptionalLong asked = most == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(most);
        BsonDocument projection = plan.source().projection(spec.slots());
        MongoIterable<Row> rows = plan.isPipeline()
                ? pipeline(collection, plan.pipeline(asked, projection), spec)
                : find(collection, plan, asked, spec).projection(projection);
        return open(rows, plan.source().source().toString(), limit, budget);
    }

    /** Runs a grouping. */
    public RowCursor group(GroupPlan plan, ScanSpec spec) {
        MongoCollection<Row> collection = connection
                .collection(plan.source(), spec.options())
                .withCodecRegistry(
                        CodecRegistries.fromProviders(new RowCodec(plan.format()), new BsonValueCodecProvider()));
        long budget = spec.rowBudget().orElse(Long.MAX_VALUE);
        String source = plan.source().source().toString();
        RowCursor rows = open(pipeline(collection, plan.stages(), spec), source, Long.MAX_VALUE, budget);
        return plan.grouping().keys().isEmpty() ? new Grouped(rows, plan.grouping()) : rows;
    }

    /** Runs a query of documents that come with related ones. */
    public RowCursor join(JoinPlan plan, ScanSpec spec) {
        MongoSource source = plan.documents().source();
        MongoCollection<Row> collection = connection
                .collection(source, spec.options())
                .withCodecRegistry(
                        CodecRegistries.fromProviders(new RowCodec(plan.format()), new BsonValueCodecProvider()));
        long limit = plan.documents().limit().orElse(Long.MAX_VALUE);
        long budget = spec.rowBudget().orElse(Long.MAX_VALUE);
        List<BsonDocument> stages = plan.stages(spec.slots());
        return open(pipeline(collection, stages, spec), source.source().toString(), limit, budget);
    }

    private RowCursor open(MongoIterable<Row> rows, String source, long limit, long budget) {
        try {
            return new MongoRowCursor(rows.iterator(), source, limit, budget);
        } catch (MongoException failure) {
            throw Failures.ofRead(failure, source);
        } catch (BsonMaximumSizeExceededException tooLarge) {
            throw Failures.tooLarge(tooLarge, source);
        }
    }

    private FindIterable<Row> find(MongoCollection<Row> collection, FindPlan plan, OptionalLong most, ScanSpec spec) {
        FindIterable<Row> rows = connection
                .session()
                .map(session -> collection.find(session, plan.filter()))
                .orElseGet(() -> collection.find(plan.filter()).timeoutMode(modeOf(spec)))
                .skip((int) plan.skip());
        if (batchSize() > 0) {
            rows.batchSize(batchSize());
        }
        if (!plan.sort().isEmpty()) {
            rows.sort(plan.sort());
        }
        if (most.isPresent() && most.getAsLong() <= Integer.MAX_VALUE) {
            rows.limit((int) most.getAsLong());
        }
        return rows;
    }

    private AggregateIterable<Row> pipeline(MongoCollection<Row> collection, List<BsonDocument> stages, ScanSpec spec) {
        AggregateIterable<Row> rows = connection
                .session()
                .map(session -> collection.aggregate(session, stages))
                .orElseGet(() -> collection.aggregate(stages).timeoutMode(modeOf(spec)))
                .allowDiskUse(true);
        return batchSize() > 0 ? rows.batchSize(batchSize()) : rows;
    }

    /** Zero is the server's choice if it is not said: said of a pipeline, it is a first reply without any rows. */
    private int batchSize() {
        return connection.settings().batchSize();
    }

    /**
     * A limit of the call is for all of it; the adapter's own is for each reply, so that streams may be long. Inside a
     * transaction there is one limit for everything.
     */
    private static TimeoutMode modeOf(ScanSpec spec) {
        return spec.options().timeout().isPresent() ? TimeoutMode.CURSOR_LIFETIME : TimeoutMode.ITERATION;
    }
}
