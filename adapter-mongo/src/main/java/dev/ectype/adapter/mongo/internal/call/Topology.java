package dev.ectype.adapter.mongo.internal.call;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import dev.ectype.adapter.mongo.internal.write.Failures;
import org.bson.BsonDocument;
import org.bson.BsonInt32;

/**
 * What the servers behind a client are, asked once.
 *
 * @param isReplicated whether they are a replica set or a sharded cluster, with sessions; only these have transactions and tell of
 *     changes
 */
public record Topology(boolean isReplicated) {

    /**
     * Asks the servers.
     *
     * @throws dev.ectype.error.StoreException if they do not answer
     */
    public static Topology of(MongoClient client) {
        try {
            return of(hello(client));
        } catch (MongoException failure) {
            throw Failures.ofRead(failure, "the servers");
        }
    }

    private static BsonDocument hello(MongoClient client) {
        // The old name of the command, which every server knows.
        return client.getDatabase("admin")
                .runCommand(new BsonDocument("isMaster", new BsonInt32(1)), BsonDocument.class);
    }

    /** Reads a server's words about itself. */
    public static Topology of(BsonDocument hello) {
        boolean sessions = hello.containsKey("logicalSessionTimeoutMinutes");
        boolean replicated = hello.containsKey("setName")
                || (hello.isString("msg") && hello.getString("msg").getValue().equals("isdbgrid"));
        return new Topology(sessions && replicated);
    }
}
