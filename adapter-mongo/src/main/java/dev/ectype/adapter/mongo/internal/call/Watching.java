package dev.ectype.adapter.mongo.internal.call;

import com.mongodb.MongoException;
import com.mongodb.client.ChangeStreamIterable;
import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import com.mongodb.client.model.changestream.FullDocument;
import dev.ectype.adapter.mongo.internal.source.MongoSource;
import dev.ectype.adapter.mongo.internal.write.Failures;
import dev.ectype.error.MappingException;
import dev.ectype.spi.CallOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.BsonInvalidOperationException;
import org.bson.RawBsonDocument;
import org.bson.json.JsonParseException;
import org.jspecify.annotations.Nullable;

/** Follows what happens to a collection. Used by one thread, and closed by any. */
public final class Watching implements AutoCloseable {
    private static final long MOST_WAIT_MILLIS = 250;

    private final MongoSource source;
    private final MongoChangeStreamCursor<ChangeStreamDocument<RawBsonDocument>> cursor;
    private volatile boolean closed;

    private Watching(MongoSource source, MongoChangeStreamCursor<ChangeStreamDocument<RawBsonDocument>> cursor) {
        this.source = source;
        this.cursor = cursor;
    }

    /**
     * Begins with the next change, or with the one after a place.
     *
     * @throws MappingException if the place is none
     * @throws dev.ectype.error.StoreException if the store fails
     */
    public static Watching open(Connection connection, MongoSource source, Optional<String> after) {
        try {
            ChangeStreamIterable<RawBsonDocument> changes = connection
                    .collection(source, CallOptions.NONE)
                    .watch(List.of(), RawBsonDocument.class)
                    .fullDocument(FullDocument.UPDATE_LOOKUP)
                    .maxAwaitTime(waitMillis(connection), TimeUnit.MILLISECONDS);
            after.map(Watching::place).ifPresent(changes::startAfter);
            return new Watching(source, changes.cursor());
        } catch (MongoException failure) {
            throw Failures.ofRead(failure, source.source().toString());
        }
    }

    /** The driver wants a server to wait for less time than a request may take. */
    private static long waitMillis(Connection connection) {
        return Math.min(MOST_WAIT_MILLIS, connection.settings().timeout().toMillis() / 2);
    }

    private static BsonDocument place(String text) {
        try {
            return BsonDocument.parse(text);
        } catch (JsonParseException | BsonInvalidOperationException noPlace) {
            throw new MappingException(
                    MappingException.Kind.USAGE,
                    "this is no place in a change stream; take the one of a change that was read",
                    Map.of("store", "MongoDB"),
                    false,
                    noPlace);
        }
    }

    /** Returns the next change, or null if there is none within a quarter of a second or so. */
    public @Nullable ChangeStreamDocument<RawBsonDocument> next() {
        try {
            return closed ? null : cursor.tryNext();
        } catch (MongoException failure) {
            if (closed) {
                return null;
            }
            throw Failures.ofRead(failure, source.source().toString());
        } catch (IllegalStateException isClosed) {
            requireClosed(isClosed);
            return null;
        }
    }

    /** Tells whether the server has ended the stream, and all of it was read. */
    public boolean isEnded() {
        try {
            return closed || cursor.getServerCursor() == null;
        } catch (IllegalStateException isClosed) {
            requireClosed(isClosed);
            return true;
        }
    }

    /** The driver's cursor takes no calls while another thread closes it. */
    private void requireClosed(IllegalStateException failure) {
        if (!closed) {
            throw failure;
        }
    }

    @Override
    public void close() {
        closed = true;
        cursor.close();
    }
}
