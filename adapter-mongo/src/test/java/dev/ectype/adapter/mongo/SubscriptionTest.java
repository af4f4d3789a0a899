package dev.ectype.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MinKey;
import dev.ectype.adapter.mongo.sample.Things;
import dev.ectype.adapter.mongo.server.StandInReplicaSet;
import dev.ectype.error.MappingException;
import dev.ectype.error.StoreException;
import dev.ectype.spi.Source;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Subscriptions on prepared answers: how they end, and how they go on. */
@Timeout(30)
class SubscriptionTest {
    private final StandInReplicaSet server = new StandInReplicaSet();
    private final MongoClient client = MongoClients.create(server.uri());
    private final Source things = Things.source("things");

    @AfterEach
    void stop() {
        client.close();
        server.stop();
    }

    private MongoAdapter adapter(Duration limit) {
        return MongoAdapter.over(client, "shop", MongoOptions.DEFAULTS.withTimeout(limit));
    }

    private void answer(String command, long cursor, Document... events) {
        String batch = command.equals("aggregate") ? "firstBatch" : "nextBatch";
        server.answerNext(
                command,
                new Document(
                                "cursor",
                                new Document("id", cursor)
                                        .append("ns", "shop.things")
                                        .append(batch, List.of(events)))
                        .append("ok", 1.0));
    }

    private static Document event(String place, String kind) {
        return new Document("_id", new Document("_data", place)).append("operationType", kind);
    }

    private static Document inserted(String place, int id) {
        return event(place, "insert")
                .append("ns", new Document("db", "shop").append("coll", "things"))
                .append("documentKey", new Document("_id", id))
                .append("fullDocument", new Document("_id", id));
    }

    private static Document refusal(int code, String... labels) {
        return new Document("ok", 0.0)
                .append("code", code)
                .append("errmsg", "no")
                .append("errorLabels", List.of(labels));
    }

    @Test
    void aShortLimitIsNoReasonNotToWait() {
        answer("aggregate", 0, inserted("81", 1));
        try (MongoChanges<Object> changes = adapter(Duration.ofMillis(200)).changes(things, row -> row.get(0))) {
            assertThat(changes.next(Duration.ofMillis(50)))
                    .contains(new MongoChange.Inserted<>("{\"_data\": \"81\"}", 1));
        }
    }

    @Test
    void nothingIsWaitedForBehindTheEnd() {
        answer("aggregate", 0, event("81", "drop"), event("82", "invalidate"));
        try (MongoChanges<Object> changes = adapter(Duration.ofSeconds(5)).changes(things, row -> row)) {
            Duration minute = Duration.ofMinutes(1);
            assertThat(changes.next(minute)).containsInstanceOf(MongoChange.Ended.class);
            assertThat(changes.next(minute)).containsInstanceOf(MongoChange.Ended.class);
            assertThat(changes.next(minute)).isEmpty();
        }
    }

    @Test
    void anErrorThatPassesIsGoneOverFromTheLastPlace() {
        answer("aggregate", 5, inserted("81", 1));
        server.answerNext("getMore", refusal(6, "ResumableChangeStreamError"));
        answer("aggregate", 5, inserted("82", 2));
        server.answerNext("killCursors", new Document("ok", 1.0));
        server.answerNext("killCursors", new Document("ok", 1.0));
        try (MongoChanges<Object> changes = adapter(Duration.ofSeconds(5)).changes(things, row -> row.get(0))) {
            assertThat(changes.next(Duration.ofSeconds(5)))
                    .map(SubscriptionTest::id)
                    .contains(1);
            assertThat(changes.next(Duration.ofSeconds(5)))
                    .map(SubscriptionTest::id)
                    .contains(2);
        }
        List<Document> asked = server.asked("aggregate");
        assertThat(asked).hasSize(2);
        assertThat(stage(asked.get(1)).get("resumeAfter")).isEqualTo(new Document("_data", "81"));
    }

    private static Object id(MongoChange<Object> change) {
        return ((MongoChange.Inserted<Object>) change).record();
    }

    private static Document stage(Document aggregate) {
        return (Document) ((Document) ((List<?>) aggregate.get("pipeline")).get(0)).get("$changeStream");
    }

    @Test
    void aRecordThatCannotBeReadKeepsNoOtherFromBeingTold() {
        Document unreadable = inserted("82", 2);
        unreadable.append("fullDocument", new Document("_id", 2).append("text", MinKey.getInstance()));
        answer("aggregate", 0, inserted("81", 1), unreadable, inserted("83", 3));
        try (MongoChanges<Object> changes = adapter(Duration.ofSeconds(5)).changes(things, row -> row.get(0))) {
            assertThat(changes.next(Duration.ZERO)).map(SubscriptionTest::id).contains(1);
            assertThatThrownBy(() -> changes.next(Duration.ZERO))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContaining("field: text");
            assertThat(changes.next(Duration.ZERO)).map(SubscriptionTest::id).contains(3);
        }
    }

    @Test
    void aPlaceThatTheServerForgotIsAnError() {
        server.answerNext("aggregate", refusal(286));
        StoreException failure = catchThrowableOfType(
                StoreException.class,
                () -> adapter(Duration.ofSeconds(5)).changesAfter(things, row -> row, "{\"_data\": \"81\"}"));
        assertThat(failure.outcome()).isEqualTo(StoreException.Outcome.NOT_DONE);
        assertThat(failure.context()).containsEntry("code", 286);
    }

    @Test
    void anotherThreadCanEndIt() throws InterruptedException {
        answer("aggregate", 5);
        for (int i = 0; i < 20_000; i++) {
            answer("getMore", 5);
        }
        server.answerNext("killCursors", new Document("ok", 1.0));
        MongoChanges<Object> changes = adapter(Duration.ofSeconds(5)).changes(things, row -> row);
        Thread other = new Thread(() -> {
            sleep(300);
            changes.close();
        });
        other.start();
        assertThat(changes.next(Duration.ofMinutes(1))).isEqualTo(Optional.empty());
        other.join();
        assertThat(server.asked("killCursors")).hasSize(1);
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException woken) {
            Thread.currentThread().interrupt();
        }
    }
}
