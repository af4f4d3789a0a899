package dev.ectype.adapter.mongo.internal.call;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.ReadPreference;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndDeleteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import dev.ectype.adapter.mongo.internal.codec.Unstorable;
import dev.ectype.adapter.mongo.internal.query.Docs;
import dev.ectype.adapter.mongo.internal.query.Planner;
import dev.ectype.adapter.mongo.internal.source.MongoSource;
import dev.ectype.adapter.mongo.internal.write.Failures;
import dev.ectype.adapter.mongo.internal.write.Guards;
import dev.ectype.adapter.mongo.internal.write.ServerErrors;
import dev.ectype.adapter.mongo.internal.write.Updates;
import dev.ectype.error.MappingException;
import dev.ectype.error.StoreException;
import dev.ectype.query.ir.Predicate;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Delete;
import dev.ectype.spi.Update;
import dev.ectype.spi.Violation;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.spi.WriteOutcome.Effect;
import dev.ectype.types.stored.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.BsonMaximumSizeExceededException;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** Changes and removes single rows, each in one atomic step of the server. */
public final class Writing {
    private final Connection connection;

    /** Creates the writing half of an adapter. */
    public Writing(Connection connection) {
        this.connection = connection;
    }

    /** Changes a row. */
    public WriteOutcome update(MongoSource source, Update update) {
        BsonDocument filter = found(source, update.key(), update.conditions());
        return change(source, filter, update.assignments(), update.returning(), update.options());
    }

    /** Changes the row that a filter finds; stale if there is none. */
    WriteOutcome change(
            MongoSource source,
            BsonDocument filter,
            List<Assignment> assignments,
            List<Integer> returning,
            CallOptions call) {
        Updates changes = inSource(source, () -> Updates.of(source, assignments));
        Guards guards = Guards.of(source, assignments);
        FindOneAndUpdateOptions options = new FindOneAndUpdateOptions()
                .returnDocument(ReturnDocument.AFTER)
                .projection(Returning.projection(source, returning))
                .arrayFilters(changes.arrayFilters().isEmpty() ? null : changes.arrayFilters());
        MongoCollection<Row> collection = connection.collection(source, call);
        try {
            Row row = findOneAndUpdate(collection, guards.among(filter), changes.document(), options);
            if (row == null) {
                guards.require(filter, assignments, found -> count(connection.collection(source, call), found));
                return new WriteOutcome.Stale();
            }
            return Returning.of(Effect.UPDATED, returning, row);
        } catch (MongoCommandException refused) {
            return violated(source, refused).orElseThrow(() -> connection.failed(source, refused));
        } catch (MongoException failure) {
            throw connection.failed(source, failure);
        }
    }

    /** Returns how many documents a filter finds, where they are written. */
    long count(MongoCollection<Row> collection, BsonDocument filter) {
        MongoCollection<Row> written = collection.withReadPreference(ReadPreference.primary());
        return connection.session().isPresent()
                ? written.countDocuments(connection.session().get(), filter)
                : written.countDocuments(filter);
    }

    @Nullable Row findOneAndUpdate(
            MongoCollection<Row> collection,
            BsonDocument filter,
            BsonDocument changes,
            FindOneAndUpdateOptions options) {
        try {
            return connection.session().isPresent()
                    ? collection.findOneAndUpdate(connection.session().get(), filter, changes, options)
                    : collection.findOneAndUpdate(filter, changes, options);
        } catch (BsonMaximumSizeExceededException tooLarge) {
            throw Failures.tooLarge(tooLarge, collection.getNamespace().getCollectionName());
        } catch (MappingException unreadable) {
            throw answered(collection, unreadable);
        }
    }

    /** The server did what it was asked to, and told of a row that cannot be read. */
    private static StoreException answered(MongoCollection<Row> collection, MappingException unreadable) {
        return new StoreException(
                "MongoDB returned a row that cannot be read",
                Map.of("store", "MongoDB", "source", collection.getNamespace().getCollectionName()),
                StoreException.Outcome.DONE,
                false,
                unreadable);
    }

    /** Removes a row. */
    public WriteOutcome delete(MongoSource source, Delete delete) {
        BsonDocument filter = found(source, delete.key(), delete.conditions());
        FindOneAndDeleteOptions options =
                new FindOneAndDeleteOptions().projection(Returning.projection(source, delete.returning()));
        MongoCollection<Row> collection = connection.collection(source, delete.options());
        try {
            Row row = connection.session().isPresent()
                    ? collection.findOneAndDelete(connection.session().get(), filter, options)
                    : collection.findOneAndDelete(filter, options);
            return row == null ? new WriteOutcome.Stale() : Returning.of(Effect.DELETED, delete.returning(), row);
        } catch (MongoException failure) {
            throw connection.failed(source, failure);
        } catch (MappingException unreadable) {
            throw answered(collection, unreadable);
        }
    }

    private static BsonDocument found(MongoSource source, List<Object> key, List<Predicate> conditions) {
        BsonValue stored = inSource(source, () -> source.key(key));
        BsonDocument byKey = Docs.doc(MongoSource.ID, Docs.doc("$eq", stored));
        return Docs.and(List.of(byKey, Planner.conditions(source, conditions)));
    }

    static Optional<WriteOutcome> violated(MongoSource source, MongoCommandException refused) {
        return violated(source, refused.getResponse());
    }

    /** Returns what an error of the server's says of rules that were broken; empty if it is about none. */
    static Optional<WriteOutcome> violated(MongoSource source, BsonDocument error) {
        List<Violation> violations = ServerErrors.violations(source, error);
        return violations.isEmpty() ? Optional.empty() : Optional.of(new WriteOutcome.Violated(violations));
    }

    /** Does what may meet a value without a stored form, or a document that is too large. */
    static <T> T inSource(MongoSource source, Supplier<T> work) {
        try {
            return work.get();
        } catch (Unstorable unstorable) {
            throw unstorable.toMappingException(source.source().toString());
        } catch (BsonMaximumSizeExceededException tooLarge) {
            throw Failures.tooLarge(tooLarge, source.source().toString());
        }
    }
}
