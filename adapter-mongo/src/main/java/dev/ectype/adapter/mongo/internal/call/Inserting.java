package dev.ectype.adapter.mongo.internal.call;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import dev.ectype.adapter.mongo.internal.query.Docs;
import dev.ectype.adapter.mongo.internal.query.Planner;
import dev.ectype.adapter.mongo.internal.source.MongoSource;
import dev.ectype.adapter.mongo.internal.write.ServerErrors;
import dev.ectype.adapter.mongo.internal.write.Updates;
import dev.ectype.error.StoreException;
import dev.ectype.spi.Insert;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.spi.WriteOutcome.Effect;
import dev.ectype.types.stored.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;

/** Inserts single rows, and does what is said if they are already there. */
public final class Inserting {
    private static final int ATTEMPTS = 8;

    private final Connection connection;
    private final Writing writing;
    private final RawInserts raw;

    /** Creates the inserting part of an adapter. */
    public Inserting(Connection connection) {
        this.connection = connection;
        this.writing = new Writing(connection);
        this.raw = new RawInserts(connection);
    }

    /** Inserts a row. */
    public WriteOutcome insert(MongoSource source, Insert insert) {
        Row row = NewKeys.withKey(source, insert.row());
        Insert complete = new Insert(source.source(), row, insert.onConflict(), insert.returning(), insert.options());
        if (insert.onConflict() instanceof OnConflict.Keep keep) {
            return keep(source, complete, ConflictTarget.of(source, keep.target(), row));
        }
        return insert.onConflict() instanceof OnConflict.Change change
                ? change(source, complete, change)
                : raise(source, complete);
    }

    private WriteOutcome raise(MongoSource source, Insert insert) {
        if (connection.session().isPresent()) {
            return raw.insert(source, insert);
        }
        MongoCollection<Row> collection = connection.collection(source, insert.options());
        try {
            Writing.inSource(source, () -> collection.insertOne(insert.row()));
            return Returning.stored(source, Effect.INSERTED, insert.returning(), insert.row());
        } catch (MongoWriteException refused) {
            return violated(source, insert, refused);
        } catch (MongoException failure) {
            throw connection.failed(source, failure);
        }
    }

    /** The driver leaves out which key it was, so the same insertion is asked again for the server's own words. */
    private WriteOutcome violated(MongoSource source, Insert insert, MongoWriteException refused) {
        if (ServerErrors.isDuplicateKey(refused.getError().getCode())) {
            return raw.insert(source, insert);
        }
        return Writing.violated(source, ServerErrors.document(refused.getError()))
                .orElseThrow(() -> connection.failed(source, refused));
    }

    private WriteOutcome keep(MongoSource source, Insert insert, Optional<ConflictTarget> target) {
        if (target.isEmpty()) {
            return raise(source, insert);
        }
        BsonDocument fields = Writing.inSource(
                source, () -> source.format().toBson(insert.row()).asDocument());
        if (target.get().isPrimaryKey()) {
            fields.remove(MongoSource.ID);
        }
        if (fields.isEmpty()) {
            return keepKeyOnly(source, insert, target.get());
        }
        return upsert(source, insert, target.get(), Updates.unlessThere(fields));
    }

    private WriteOutcome keepKeyOnly(MongoSource source, Insert insert, ConflictTarget target) {
        WriteOutcome unchanged = Returning.of(Effect.UNCHANGED, insert.returning(), insert.row());
        if (connection.session().isPresent() && exists(source, insert, target)) {
            return unchanged;
        }
        WriteOutcome outcome = raise(source, insert);
        return target.isViolatedBy(outcome) ? unchanged : outcome;
    }

    private WriteOutcome upsert(MongoSource source, Insert insert, ConflictTarget target, BsonDocument update) {
        FindOneAndUpdateOptions options = new FindOneAndUpdateOptions()
                .upsert(true)
                .returnDocument(ReturnDocument.BEFORE)
                .projection(Returning.projection(source, insert.returning()));
        for (int attempt = 1; ; attempt++) {
            try {
                MongoCollection<Row> collection = connection.collection(source, insert.options());
                Row before = writing.findOneAndUpdate(collection, target.filter(), update, options);
                return before == null
                        ? Returning.stored(source, Effect.INSERTED, insert.returning(), insert.row())
                        : Returning.of(Effect.UNCHANGED, insert.returning(), before);
            } catch (MongoCommandException refused) {
                WriteOutcome violated =
                        Writing.violated(source, refused).orElseThrow(() -> connection.failed(source, refused));
                if (attempt >= ATTEMPTS || !target.isViolatedBy(violated)) {
                    return violated;
                }
            } catch (MongoException failure) {
                throw connection.failed(source, failure);
            }
        }
    }

    /**
     * Changes the row that is there, or else inserts: each attempt is one atomic step that either takes place or leaves
     * everything as it was, and they are repeated while others insert and delete the row in between.
     */
    private WriteOutcome change(MongoSource source, Insert insert, OnConflict.Change change) {
        Optional<ConflictTarget> target = ConflictTarget.of(source, change.target(), insert.row());
        if (target.isEmpty()) {
            return raise(source, insert);
        }
        BsonDocument conditions = Planner.conditions(source, change.conditions());
        BsonDocument filter = Docs.and(List.of(target.get().filter(), conditions));
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            WriteOutcome changed =
                    writing.change(source, filter, change.assignments(), insert.returning(), insert.options());
            if (!(changed instanceof WriteOutcome.Stale)) {
                return changed;
            }
            if (connection.session().isPresent() && exists(source, insert, target.get())) {
                return changed;
            }
            WriteOutcome inserted = raise(source, insert);
            boolean isThere = target.get().isViolatedBy(inserted);
            if (!isThere || (attempt > 1 && !change.conditions().isEmpty())) {
                return isThere ? changed : inserted;
            }
        }
        throw contended(source);
    }

    /** Inside a transaction a refused insertion would end it, so whether the row is there is asked before. */
    private boolean exists(MongoSource source, Insert insert, ConflictTarget target) {
        try {
            return writing.count(connection.collection(source, insert.options()), target.filter()) > 0;
        } catch (MongoException failure) {
            throw connection.failed(source, failure);
        }
    }

    private static StoreException contended(MongoSource source) {
        return new StoreException(
                "other writers inserted and deleted the same row at every attempt",
                Map.of("store", "MongoDB", "source", source.source().toString(), "attempts", ATTEMPTS),
                StoreException.Outcome.NOT_DONE,
                true,
                null);
    }
}
