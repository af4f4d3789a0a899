package dev.ectype.adapter.mongo.internal.call;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.result.UpdateResult;
import dev.ectype.adapter.mongo.internal.query.FindPlan;
import dev.ectype.adapter.mongo.internal.source.MongoSource;
import dev.ectype.adapter.mongo.internal.write.Failures;
import dev.ectype.adapter.mongo.internal.write.Guards;
import dev.ectype.adapter.mongo.internal.write.ServerErrors;
import dev.ectype.adapter.mongo.internal.write.Updates;
import dev.ectype.error.ConstraintException;
import dev.ectype.error.MappingException;
import dev.ectype.error.StoreException;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Insert;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.Violation;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.types.stored.Row;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonMaximumSizeExceededException;
import org.bson.RawBsonDocument;

/** Inserts many rows in few requests, and changes or removes all rows of a query. */
public final class BulkWriting {
    /** The driver puts 16 MB into one request, the rest of which is small. */
    private static final int BYTES_OF_A_REQUEST = 16_000_000;

    /** A server takes 16 MB in one command. */
    private static final int BYTES_OF_A_COMMAND = 8 << 20;

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
                batch.add(i, insert.row());
            } else {
                batch.outcomes()[i] = single(source, insert);
            }
        }
        // What fits into one request is done or not as a whole, and an error of the driver is one of it alone.
        for (List<Integer> portion : batch.portions(batch.indexes(), BYTES_OF_A_REQUEST)) {
            insert(source, batch, portion, inserts.get(0).options());
        }
        return Arrays.asList(batch.outcomes());
    }

    private WriteOutcome single(MongoSource source, Insert insert) {
        try {
            return inserting.insert(source, insert);
        } catch (StoreException failure) {
            return new WriteOutcome.Failed(failure);
        } catch (MappingException refused) {
            return Batch.refused(source, refused);
        }
    }

    private void insert(MongoSource source, Batch batch, List<Integer> portion, CallOptions options) {
        try {
            MongoCollection<RawBsonDocument> collection =
                    connection.collection(source, options).withDocumentClass(RawBsonDocument.class);
            collection.insertMany(batch.documents(portion), new InsertManyOptions().ordered(false));
            portion.forEach(batch::setInserted);
        } catch (MongoBulkWriteException refused) {
            setRefused(source, batch, portion, refused);
            askAgain(source, batch, duplicates(portion, refused), options);
        } catch (MongoException failure) {
            batch.setAll(portion, new WriteOutcome.Failed(connection.failed(source, failure)));
        } catch (StoreException late) {
            batch.setAll(portion, new WriteOutcome.Failed(late));
        }
    }

    private static List<Integer> duplicates(List<Integer> portion, MongoBulkWriteException refused) {
        return refused.getWriteErrors().stream()
                .filter(error -> ServerErrors.isDuplicateKey(error.getCode()))
                .map(error -> portion.get(error.getIndex()))
                .toList();
    }

    private static void setRefused(
            MongoSource source, Batch batch, List<Integer> portion, MongoBulkWriteException refused) {
        Set<Integer> written = new LinkedHashSet<>(portion);
        for (BulkWriteError error : refused.getWriteErrors()) {
            written.remove(portion.get(error.getIndex()));
            if (!ServerErrors.isDuplicateKey(error.getCode())) {
                batch.set(portion.get(error.getIndex()), outcome(source, error));
            }
        }
        if (refused.getWriteConcernError() == null) {
            written.forEach(batch::setInserted);
        } else {
            setNotReplicated(source, batch, refused, written);
        }
    }

    private static void setNotReplicated(
            MongoSource source, Batch batch, MongoBulkWriteException refused, Set<Integer> written) {
        StoreException failure = new StoreException(
                "MongoDB wrote, and did not reach the write concern",
                Map.of("store", "MongoDB", "source", source.source().toString()),
                StoreException.Outcome.DONE,
                false,
                refused);
        written.forEach(index -> batch.set(index, new WriteOutcome.Failed(failure)));
    }

    private static WriteOutcome outcome(MongoSource source, BulkWriteError error) {
        return outcome(source, ServerErrors.document(error));
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
        for (List<Integer> portion : batch.portions(duplicates, BYTES_OF_A_COMMAND)) {
            askAgainAtOnce(source, batch, portion, options);
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
        Updates changes = Writing.inSource(source, () -> Updates.of(source, assignments));
        UpdateOptions updating =
                new UpdateOptions().arrayFilters(changes.arrayFilters().isEmpty() ? null : changes.arrayFilters());
        Guards guards = Guards.of(source, assignments);
        try {
            guards.require(
                    plan.filter(), assignments, found -> writing.count(connection.collection(source, options), found));
            MongoCollection<Row> collection = connection.collection(source, options);
            BsonDocument filter = guards.among(plan.filter());
            UpdateResult result = connection.session().isPresent()
                    ? collection.updateMany(connection.session().get(), filter, changes.document(), updating)
                    : collection.updateMany(filter, changes.document(), updating);
            return result.getMatchedCount();
        } catch (MongoException failure) {
            throw failedPartly(source, failure);
        } catch (BsonMaximumSizeExceededException tooLarge) {
            throw Failures.tooLarge(tooLarge, source.source().toString());
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
        } catch (BsonMaximumSizeExceededException tooLarge) {
            throw Failures.tooLarge(tooLarge, plan.source().source().toString());
        }
    }

    /** Many rows are no atomic step: a server that refuses one of them has written those before. */
    private MappingException failedPartly(MongoSource source, MongoException failure) {
        List<Violation> violations = failure instanceof MongoWriteException refused
                ? ServerErrors.violations(source, ServerErrors.document(refused.getError()))
                : List.of();
        return violations.isEmpty() ? stopped(source, failure) : broken(source, violations);
    }

    private static ConstraintException broken(MongoSource source, List<Violation> violations) {
        return new ConstraintException(
                "a change of many rows breaks a rule of the store; rows before this one may be changed",
                Map.of("store", "MongoDB", "source", source.source().toString(), "violations", violations));
    }

    private StoreException stopped(MongoSource source, MongoException failure) {
        StoreException known = connection.failed(source, failure);
        return Failures.mayBePartial(failure) && known.outcome() == StoreException.Outcome.NOT_DONE
                ? new StoreException(
                        "MongoDB refused one of the rows",
                        known.context(),
                        StoreException.Outcome.UNKNOWN,
                        false,
                        failure)
                : known;
    }
}
