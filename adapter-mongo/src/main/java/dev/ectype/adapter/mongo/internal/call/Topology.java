package dev.ectype.adapter.mongo.internal.call;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.connection.ServerDescription;
import com.mongodb.connection.ServerType;
import dev.ectype.adapter.mongo.internal.write.Failures;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.BsonInt32;

/**
 * What the servers behind a client are, asked once; and again, if they were no replica set and the driver sees one later.
 *
 * @param isReplicated whether they are a replica set or a sharded cluster, with sessions; only these have transactions and tell of
 *     changes
 */
public record Topology(boolean isReplicated) {
    private static final Set<ServerType> MEMBERS = EnumSet.of(
            ServerType.REPLICA_SET_PRIMARY,
            ServerType.REPLICA_SET_SECONDARY,
            ServerType.SHARD_ROUTER,
            ServerType.LOAD_BALANCER);

    /**
     * Asks the servers.
     *
     * @param limit how long they may take
     * @throws dev.ectype.error.StoreException if they do not answer
     */
    public static Topology of(MongoClient client, Duration limit) {
        try {
            return of(hello(client, limit));
        } catch (MongoException failure) {
            throw Failures.ofRead(failure, "the servers");
        }
    }

    private static BsonDocument hello(MongoClient client, Duration limit) {
        // The old name of the command, which every server knows.
        return client.getDatabase("admin")
                .withTimeout(Math.max(1, limit.toMillis()), TimeUnit.MILLISECONDS)
                .runCommand(new BsonDocument("isMaster", new BsonInt32(1)), BsonDocument.class);
    }

    /** Tells whether this is still what the driver sees: servers become a replica set, or are known as one, only later. */
    public boolean isStill(MongoClient client) {
        return isReplicated
                || client.getClusterDescription().getServerDescriptions().stream()
                        .map(ServerDescription::getType)
                        .noneMatch(MEMBERS::contains);
    }

    /** Reads a server's words about itself. */
    public static Topology of(BsonDocument hello) {
        boolean sessions = hello.containsKey("logicalSessionTimeoutMinutes");
        boolean replicated = hello.containsKey("setName")
                || (hello.isString("msg") && hello.getString("msg").getValue().equals("isdbgrid"));
        return new Topology(sessions && replicated);
    }
}
