package dev.ectype.adapter.mongo.internal.call;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import com.mongodb.bulk.WriteConcernError;
import com.mongodb.client.MongoDatabase;
import dev.ectype.adapter.mongo.internal.source.MongoSource;
import dev.ectype.adapter.mongo.internal.write.Failures;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Insert;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.spi.WriteOutcome.Effect;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;

/** Insertions as plain commands, whose replies are the server's own: the driver's exceptions leave out the violated key. */
final class RawInserts {
    private static final ServerAddress UNNAMED = new ServerAddress();
    private static final String WRITTEN = "written";

    private final Connection connection;

    RawInserts(Connection connection) {
        this.connection = connection;
    }

    WriteOutcome insert(MongoSource source, Insert insert) {
        BsonValue document = Writing.inSource(source, () -> source.format().toBson(insert.row()));
        Map<Integer, BsonDocument> errors = insert(source, List.of(document), insert.options());
        BsonDocument error = errors.get(0);
        return error == null
                ? Returning.stored(source, Effect.INSERTED, insert.returning(), insert.row())
                : violated(source, error);
    }

    static WriteOutcome violated(MongoSource source, BsonDocument error) {
        return Writing.violated(source, error)
                .orElseThrow(
                        () -> Failures.ofWrite(exception(error), source.source().toString()));
    }

    private static MongoException exception(BsonDocument error) {
        int code = error.getNumber("code").intValue();
        String said = error.getString("errmsg", new BsonString("")).getValue();
        BsonDocument details = error.getDocument("errInfo", new BsonDocument());
        return error.containsKey(WRITTEN)
                ? new MongoWriteConcernException(
                        new WriteConcernError(code, "", said, details), null, UNNAMED, List.of())
                : new MongoWriteException(new WriteError(code, said, details), UNNAMED, List.of());
    }

    /** Inserts each document on its own, and returns the errors by position. */
    Map<Integer, BsonDocument> insert(MongoSource source, List<? extends BsonValue> documents, CallOptions options) {
        BsonDocument command = new BsonDocument(
                        "insert", new BsonString(source.source().name()))
                .append("documents", new BsonArray(documents))
                .append("ordered", BsonBoolean.FALSE);
        try {
            MongoDatabase database = connection.database(source, options);
            return errors(Writing.inSource(source, () -> run(database, command)), documents.size());
        } catch (MongoException failure) {
            throw connection.failed(source, failure);
        }
    }

    private BsonDocument run(MongoDatabase database, BsonDocument command) {
        if (connection.session().isEmpty() && !database.getWriteConcern().isServerDefault()) {
            command.append("writeConcern", database.getWriteConcern().asDocument());
        }
        return connection.session().isPresent()
                ? database.runCommand(connection.session().get(), command, BsonDocument.class)
                : database.runCommand(command, BsonDocument.class);
    }

    /** What was written and did not reach the write concern is an error as well, marked as written. */
    private static Map<Integer, BsonDocument> errors(BsonDocument reply, int documents) {
        Map<Integer, BsonDocument> errors = new TreeMap<>();
        for (BsonValue error : reply.getArray("writeErrors", new BsonArray())) {
            errors.put(error.asDocument().getNumber("index").intValue(), error.asDocument());
        }
        if (reply.containsKey("writeConcernError")) {
            BsonDocument written =
                    reply.getDocument("writeConcernError").clone().append(WRITTEN, BsonBoolean.TRUE);
            IntStream.range(0, documents).forEach(index -> errors.putIfAbsent(index, written));
        }
        return errors;
    }
}
