package dev.ectype.adapter.mongo.internal.call;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.result.UpdateResult;
import dev.ectype.adapter.mongo.internal.query.FindPlan;
import dev.ectype.adapter.mongo.internal.source.MongoSource;
import dev.ectype.adapter.mongo.internal.write.Guards;
import dev.ectype.adapter.mongo.internal.write.ServerErrors;
import dev.ectype.adapter.mongo.internal.write.Updates;
import dev.ectype.error.StoreException;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Insert;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.RawBsonDocument;

/** Inserts many rows in few requests, and changes or removes all rows of a query. */
public final class BulkWriting {
    private static final int MOST_BYTES = 8 << 20;

    private final Connection connection;
    private final Inserting inserting;
    private final Writing writing;
    private final RawInserts raw;

    /** Creates the bulk part of an adapter. */
    public BulkWriting(Connection connection) {
        this.connection = connection;
        this.inserting = new Inserting(connection);
        this.writing = new Writing(connection);
        this.raw = new RawInserts(connection);
    }

    /** Inserts rows of one source; rows with a choice for conflicts one by one, and inside a transaction all of them. */
    public List<WriteOutcome> insertAll(MongoSource source, List<Insert> inserts) {
        Batch batch = new Batch(source, inserts);
        for (int i = 0; i < inserts.size(); i++) {
            Insert insert = inserts.get(i);
            if (connection.session().isEmpty() && insert.onConflict() instanceof OnConflict.Raise) {
                batch.add(i, NewKeys.withKey(source, insert.row()));
            } else {
                batch.outcomes()[i] = single(source, insert);
            }
        }
        if (batch.size() > 0) {
            insert(source, batch, inserts.get(0).options());
        }
        return Arrays.asList(batch.outcomes());
    }

    private WriteOutcome single(MongoSource source, Insert insert) {
        try {
            return inserting.insert(source, insert);
        } catch (StoreException failure) {
            return new WriteOutcome.Failed(failure);
        }
    }

    private void insert(MongoSource source, Batch batch, CallOptions options) {
        try {
            MongoCollection<RawBsonDocument> collection =
                    connection.collection(source, options).withDocumentClass(RawBsonDocument.class);
            collection.insertMany(batch.documents(), new InsertManyOptions().ordered(false));
            setInserted(batch, Set.of());
        } catch (MongoBulkWriteException refused) {
            setRefused(source, batch, refused, options);
        } catch (MongoException failure) {
            batch.setAll(new WriteOutcome.Failed(connection.failed(source, failure)));
        } catch (StoreException late) {
            batch.setAll(new WriteOutcome.Failed(late));
        }
    }

    private void setRefused(MongoSource source, Batch batch, MongoBulkWriteException refused, CallOptions options) {
        Set<Integer> refusedOnes = new HashSet<>();
        List<Integer> duplicates = new ArrayList<>();
        for (BulkWriteError error : refused.getWriteErrors()) {
            refusedOnes.add(error.getIndex());
            if (ServerErrors.isDuplicateKey(error.getCode())) {
                duplicates.add(error.getIndex());
            } else {
                batch.set(error.getIndex(), outcome(source, error));
            }
        }
        if (refused.getWriteConcernError() == null) {
            setInserted(batch, refusedOnes);
        } else {
            setNotReplicated(source, batch, refused, refusedOnes);
        }
        askAgain(source, batch, duplicates, options);
    }

    private static void setInserted(Batch batch, Set<Integer> except) {
        for (int i = 0; i < batch.size(); i++) {
            if (!except.contains(i)) {
                batch.setInserted(i);
            }
        }
    }

    private static void setNotReplicated(
            MongoSource source, Batch batch, MongoBulkWriteException refused, Set<Integer> except) {
        StoreException failure = new StoreException(
                "MongoDB wrote, and did not reach the write concern",
                Map.of("store", "MongoDB", "source", source.source().toString()),
                StoreException.Outcome.DONE,
                false,
                refused);
        for (int i = 0; i < batch.size(); i++) {
            if (!except.contains(i)) {
                batch.set(i, new WriteOutcome.Failed(failure));
            }
        }
    }

    private static WriteOutcome outcome(MongoSource source, BulkWriteError error) {
        return outcome(
                source,
                new BsonDocument("code", new BsonInt32(error.getCode()))
                        .append("errmsg", new BsonString(error.getMessage()))
                        .append("errInfo", error.getDetails()));
    }

    private static WriteOutcome outcome(MongoSource source, BsonDocument error) {
        try {
            return RawInserts.violated(source, error);
        } catch (StoreException failure) {
            return new WriteOutcome.Failed(failure);
        }
    }

    /** The driver leaves out which key it was, so that the refused rows are asked again for the server's own words. */
    private void askAgain(MongoSource source, Batch batch, List<Integer> duplicates, CallOptions options) {
        int from = 0;
        while (from < duplicates.size()) {
            int to = from;
            int bytes = 0;
            while (to < duplicates.size() && (to == from || bytes < MOST_BYTES)) {
                bytes += batch.length(duplicates.get(to++));
            }
            askAgainAtOnce(source, batch, duplicates.subList(from, to), options);
            from = to;
        }
    }

    private void askAgainAtOnce(MongoSource source, Batch batch, List<Integer> duplicates, CallOptions options) {
        try {
            Map<Integer, BsonDocument> errors = raw.insert(source, batch.documents(duplicates), options);
            for (int i = 0; i < duplicates.size(); i++) {
                if (errors.containsKey(i)) {
                    batch.set(duplicates.get(i), outcome(source, errors.get(i)));
                } else {
                    batch.setInserted(duplicates.get(i));
                }
            }
        } catch (StoreException failure) {
            duplicates.forEach(index -> batch.set(index, new WriteOutcome.Failed(failure)));
        }
    }

    /** Changes the rows of a query; none, if one of them lacks an element into which the changes lead. */
    public long updateAll(FindPlan plan, List<Assignment> assignments, CallOptions options) {
        MongoSource source = plan.source();
        BsonDocument changes = Writing.inSource(source, () -> Updates.of(source, assignments));
        Guards guards = Guards.of(source, assignments);
        MongoCollection<Row> collection = connection.collection(source, options);
        try {
            guards.require(plan.filter(), assignments, found -> writing.count(collection, found));
            BsonDocument filter = guards.among(plan.filter());
            UpdateResult result = connection.session().isPresent()
                    ? collection.updateMany(connection.session().get(), filter, changes)
                    : collection.updateMany(filter, changes);
            return result.getMatchedCount();
        } catch (MongoException failure) {
            throw failedPartly(source, failure);
        }
    }

    /** Removes the rows of a query. */
    public long deleteAll(FindPlan plan, CallOptions options) {
        MongoCollection<Row> collection = connection.collection(plan.source(), options);
        try {
            return (connection.session().isPresent()
                            ? collection.deleteMany(connection.session().get(), plan.filter())
                            : collection.deleteMany(plan.filter()))
                    .getDeletedCount();
        } catch (MongoException failure) {
            throw failedPartly(plan.source(), failure);
        }
    }

    /** Many rows are no atomic step: a server that refuses one of them has written those before. */
    private StoreException failedPartly(MongoSource source, MongoException failure) {
        StoreException known = connection.failed(source, failure);
        boolean mayBePartial =
                failure instanceof MongoWriteException && known.outcome() == StoreException.Outcome.NOT_DONE;
        return mayBePartial
                ? new StoreException(
                        "MongoDB refused one of the rows",
                        known.context(),
                        StoreException.Outcome.UNKNOWN,
                        false,
                        failure)
                : known;
    }
}
