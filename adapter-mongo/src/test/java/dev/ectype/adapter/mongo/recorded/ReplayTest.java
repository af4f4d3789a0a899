package dev.ectype.adapter.mongo.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import dev.ectype.adapter.mongo.server.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;

/**
 * Asks the embedded server everything that a real one was asked. Where the two differ is listed in
 * {@code embedded-server.json}, form by form with the reason, and nothing else may. How many cases of a form differ is not
 * listed: it varies with what the embedded server was asked before.
 */
@DisabledIfEnvironmentVariable(
        named = "ECTYPE_MONGODB_URI",
        matches = ".+",
        disabledReason = "later servers differ by right")
class ReplayTest {
    private final Replay replay = new Replay(TestServer.client().getDatabase(TestServer.newDatabase()));
    private final Set<String> differences = new TreeSet<>();
    private int asked;

    @Test
    void theEmbeddedServerDiffersWhereTheListSaysAndNowhereElse() throws IOException {
        replayFinds();
        replayAggregates();
        replayUpdates();
        assertThat(asked).isEqualTo(6056);
        String found = text();
        Files.writeString(Path.of("target", "embedded-server.json"), found);
        assertThat(found).isEqualTo(listed());
    }

    private static String listed() throws IOException {
        try (InputStream in = ReplayTest.class.getResourceAsStream("/embedded-server.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void replayFinds() {
        for (BsonDocument set : Recorded.entries("find.json")) {
            String name = set.getString("set").getValue();
            MongoCollection<BsonDocument> collection = replay.filled("find_" + name, set.getArray("documents"));
            for (BsonValue each : set.getArray("cases")) {
                BsonDocument one = each.asDocument();
                compare(form("find", name, one), Replay.expected(one), Replay.find(collection, one));
            }
        }
    }

    private void replayAggregates() {
        for (BsonDocument set : Recorded.entries("aggregate.json")) {
            String name = set.getString("set").getValue();
            MongoCollection<BsonDocument> collection = replay.filled("aggregate_" + name, set.getArray("documents"));
            for (BsonValue each : set.getArray("cases")) {
                BsonDocument one = each.asDocument();
                String form = one.containsKey("pipeline") ? Shapes.of(one.get("pipeline")) : "distinct or count";
                compare("aggregate " + form, Replay.expected(one), Replay.aggregate(collection, one));
            }
        }
    }

    private void replayUpdates() {
        for (BsonDocument one : Recorded.entries("update.json")) {
            MongoCollection<BsonDocument> collection = replay.filled("update", one.getArray("before"));
            String form = "update " + Shapes.of(one.get("update"));
            compare(form, Replay.expectedUpdate(one), replay.update(collection, one));
        }
    }

    /** Random filters are trees of the forms that the other sets have one by one. */
    private static String form(String kind, String set, BsonDocument one) {
        String filter = set.startsWith("random") ? "random tree" : Shapes.of(one.get("filter"));
        return kind + " " + filter + (one.containsKey("sort") ? " sorted" : "")
                + (one.containsKey("projection") ? " projected" : "");
    }

    private void compare(String form, String expected, String found) {
        asked++;
        if (!expected.equals(found)) {
            differences.add(form);
        }
    }

    private String text() {
        return differences.stream()
                .map(form -> new BsonDocument("form", new BsonString(form))
                        .append("reason", new BsonString(Reasons.of(form)))
                        .toJson())
                .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }
}
