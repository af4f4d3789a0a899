package dev.ectype.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.bson.Document;
import dev.ectype.adapter.mongo.sample.Things;
import dev.ectype.adapter.mongo.server.StandInReplicaSet;
import dev.ectype.error.MappingException;
import dev.ectype.error.StoreException;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.Adapter;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Insert;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.spi.Source;
import dev.ectype.spi.Transactional;
import dev.ectype.spi.Update;
import dev.ectype.spi.WriteOutcome;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is sent to a replica set, and what is made of its answers. */
class ReplicaSetTest {
    private final StandInReplicaSet server = new StandInReplicaSet();
    private final MongoClient client = MongoClients.create(server.uri());
    private final Source things = Things.source("things");

    @AfterEach
    void stop() {
        client.close();
        server.stop();
    }

    private MongoAdapter adapter(MongoOptions options) {
        return MongoAdapter.over(client, "shop", options);
    }

    private Insert insertion(int id, CallOptions options) {
        return new Insert(things, Things.row(id, Map.of("text", "t")), OnConflict.raise(), List.of(), options);
    }

    private WriteOutcome insert(Adapter adapter, int id) {
        return adapter.insert(insertion(id, CallOptions.NONE));
    }

    private WriteOutcome update(Adapter adapter, int id) {
        Assignment change = Assignment.set(Things.path("text"), "u");
        return adapter.update(new Update(things, List.of(id), List.of(change), List.of(), List.of(), CallOptions.NONE));
    }

    private void read(Adapter adapter) {
        QueryRequest all = new QueryRequest(things, List.of(), List.of(), Window.ALL);
        ScanSpec keys = new ScanSpec(List.of(0), OptionalLong.empty(), CallOptions.NONE);
        try (RowCursor rows = adapter.scan(adapter.plan(all).plan(), keys)) {
            rows.next();
        }
    }

    private static Transactional.Transaction begin(MongoAdapter adapter, CallOptions options) {
        return adapter.as(Transactional.class).orElseThrow().begin(options);
    }

    private Document last(String command) {
        List<Document> asked = server.asked(command);
        return asked.get(asked.size() - 1);
    }

    private static MongoOptions strict() {
        return MongoOptions.DEFAULTS
                .withWriteConcern(WriteConcern.MAJORITY)
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.secondaryPreferred());
    }

    @Test
    void whatTheServersAreIsAskedOnce() {
        MongoAdapter adapter = adapter(MongoOptions.DEFAULTS);
        for (int i = 0; i < 3; i++) {
            assertThat(adapter.as(Transactional.class)).isPresent();
        }
        assertThat(server.asked("isMaster"))
                .filteredOn(asked -> !asked.containsKey("client"))
                .as("beside the driver's own")
                .hasSize(1);
    }

    @Test
    void concernsAndPreferencesAreThoseOfTheOptions() {
        MongoAdapter adapter = adapter(strict());
        insert(adapter, 1);
        update(adapter, 1);
        read(adapter);
        assertThat(last("insert").get("writeConcern")).isEqualTo(new Document("w", "majority"));
        assertThat(last("findAndModify").get("writeConcern")).isEqualTo(new Document("w", "majority"));
        assertThat(last("find").get("readConcern")).isEqualTo(new Document("level", "majority"));
        assertThat(last("find").get("$readPreference")).isEqualTo(new Document("mode", "secondaryPreferred"));
    }

    @Test
    void whyAWriteFoundNothingIsAskedWhereItWrites() {
        MongoAdapter adapter = adapter(strict());
        insert(adapter, 1);
        Assignment grow = new Assignment(Things.path("int32"), Assignment.Operation.INCREMENT, 1);
        Update ofNobody = new Update(things, List.of(9), List.of(grow), List.of(), List.of(), CallOptions.NONE);
        assertThat(adapter.update(ofNobody)).isInstanceOf(WriteOutcome.Stale.class);
        assertThat(last("aggregate").containsKey("$readPreference")).isFalse();
    }

    @Test
    void aKeyThatIsTakenIsAskedForAgainWithTheSameConcern() {
        MongoAdapter adapter = adapter(strict());
        insert(adapter, 1);
        assertThat(insert(adapter, 1)).isInstanceOf(WriteOutcome.Violated.class);
        assertThat(server.asked("insert")).hasSize(3);
        assertThat(last("insert").get("writeConcern")).isEqualTo(new Document("w", "majority"));
    }

    @Test
    void theConcernsOfATransactionStandAtItsBeginningAndItsEnd() {
        try (Transactional.Transaction transaction = begin(adapter(strict()), CallOptions.NONE)) {
            insert(transaction.adapter(), 1);
            update(transaction.adapter(), 1);
            transaction.commit();
        }
        Document first = last("insert");
        assertThat(first.get("startTransaction")).isEqualTo(true);
        assertThat(((Document) first.get("readConcern")).get("level")).isEqualTo("majority");
        assertThat(first.containsKey("writeConcern")).isFalse();
        Document second = last("findAndModify");
        assertThat(second.containsKey("startTransaction")).isFalse();
        assertThat(second.get("autocommit")).isEqualTo(false);
        assertThat(second.get("lsid")).isEqualTo(first.get("lsid"));
        assertThat(((Document) last("commitTransaction").get("writeConcern")).get("w"))
                .isEqualTo("majority");
    }

    @Test
    void aTransactionIsReadWhereItIsWritten() {
        try (MongoClient far = MongoClients.create(server.uri() + "&readPreference=secondaryPreferred")) {
            MongoAdapter adapter = MongoAdapter.over(far, "shop");
            try (Transactional.Transaction transaction = begin(adapter, CallOptions.NONE)) {
                insert(transaction.adapter(), 1);
                read(transaction.adapter());
            }
        }
        assertThat(last("find").containsKey("$readPreference")).isFalse();
    }

    @Test
    void aCallMayTakeForever() {
        MongoAdapter patient = adapter(MongoOptions.DEFAULTS.withTimeout(ChronoUnit.FOREVER.getDuration()));
        insert(patient, 1);
        insert(patient, 1);
        read(patient);
        assertThat((Number) last("find").get("maxTimeMS"))
                .satisfies(millis ->
                        assertThat(millis == null ? 0 : millis.longValue()).isLessThanOrEqualTo(Integer.MAX_VALUE));
        try (Transactional.Transaction transaction = begin(patient, CallOptions.NONE)) {
            insert(transaction.adapter(), 2);
            transaction.commit();
        }
        server.answerNext("aggregate", cursor(0, "firstBatch"));
        try (MongoChanges<Object> changes = patient.changes(things, row -> row)) {
            assertThat(changes.next(ChronoUnit.FOREVER.getDuration())).isEmpty();
        }
    }

    @Test
    void aClientWithALimitOfItsOwnHasTransactions() {
        try (MongoClient limited = MongoClients.create(server.uri() + "&timeoutMS=9000")) {
            try (Transactional.Transaction transaction = begin(MongoAdapter.over(limited, "shop"), CallOptions.NONE)) {
                insert(transaction.adapter(), 1);
                read(transaction.adapter());
                transaction.commit();
            }
        }
        assertThat(server.asked("commitTransaction")).hasSize(1);
    }

    @Test
    void writesWithoutAnAnswerAreRefusedBeforeTheFirst() {
        MongoOptions blind = MongoOptions.DEFAULTS.withWriteConcern(WriteConcern.UNACKNOWLEDGED);
        assertThatThrownBy(() -> adapter(blind))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("every write has an outcome");
        try (MongoClient deaf = MongoClients.create(server.uri() + "&w=0")) {
            assertThatThrownBy(() -> MongoAdapter.over(deaf, "shop")).isInstanceOf(MappingException.class);
        }
    }

    private static Document refusal(int code, String label) {
        return new Document("ok", 0.0)
                .append("code", code)
                .append("errmsg", "no")
                .append("errorLabels", List.of(label));
    }

    @Test
    void aCommitWhoseResultIsUnknownIsRepeated() {
        MongoAdapter adapter = adapter(MongoOptions.DEFAULTS);
        for (int i = 0; i < 2; i++) {
            server.answerNext("commitTransaction", refusal(50, "UnknownTransactionCommitResult"));
        }
        try (Transactional.Transaction transaction = begin(adapter, CallOptions.NONE)) {
            insert(transaction.adapter(), 1);
            transaction.commit();
        }
        assertThat(server.asked("commitTransaction")).hasSize(3);
        assertThat(update(adapter, 1)).isInstanceOf(WriteOutcome.Written.class);
    }

    @Test
    void aCommitWhoseResultStaysUnknownIsUnknown() {
        for (int i = 0; i < 10; i++) {
            server.answerNext("commitTransaction", refusal(50, "UnknownTransactionCommitResult"));
        }
        try (Transactional.Transaction transaction = begin(adapter(MongoOptions.DEFAULTS), CallOptions.NONE)) {
            insert(transaction.adapter(), 1);
            StoreException failure = catchThrowableOfType(StoreException.class, transaction::commit);
            assertThat(failure.outcome()).isEqualTo(StoreException.Outcome.UNKNOWN);
            assertThat(failure.retryable()).isFalse();
        }
    }

    @Test
    void aCommitThatDoesNotReachItsConcernIsDone() {
        Document unsatisfied = new Document("code", 100).append("errmsg", "not enough members");
        server.answerNext("commitTransaction", new Document("ok", 1.0).append("writeConcernError", unsatisfied));
        try (Transactional.Transaction transaction = begin(adapter(strict()), CallOptions.NONE)) {
            insert(transaction.adapter(), 1);
            assertOutcome(StoreException.Outcome.DONE, transaction::commit);
        }
    }

    @Test
    void aStreamThatIsLeftHalfWayIsClosedOnTheServer() {
        MongoAdapter adapter = adapter(MongoOptions.DEFAULTS.withBatchSize(1));
        insert(adapter, 1);
        insert(adapter, 2);
        insert(adapter, 3);
        read(adapter);
        assertThat(server.asked("killCursors")).hasSize(1);
    }

    @Test
    void aCommitThatTheServerRefusesIsNotDoneAndCanBeTriedAgain() {
        server.answerNext("commitTransaction", refusal(251, "TransientTransactionError"));
        try (Transactional.Transaction transaction = begin(adapter(MongoOptions.DEFAULTS), CallOptions.NONE)) {
            insert(transaction.adapter(), 1);
            StoreException failure = catchThrowableOfType(StoreException.class, transaction::commit);
            assertThat(failure.outcome()).isEqualTo(StoreException.Outcome.NOT_DONE);
            assertThat(failure.retryable()).isTrue();
        }
    }

    @Test
    void whatIsNotCommittedIsAborted() {
        MongoAdapter adapter = adapter(MongoOptions.DEFAULTS);
        try (Transactional.Transaction transaction = begin(adapter, CallOptions.NONE)) {
            insert(transaction.adapter(), 1);
        }
        assertThat(server.asked("abortTransaction")).hasSize(1);
        assertThat(update(adapter, 1)).isInstanceOf(WriteOutcome.Stale.class);
    }

    @Test
    void theLimitOfTimeIsThatOfTheWholeTransaction() {
        CallOptions second = new CallOptions(Optional.of(Duration.ofSeconds(1)), List.of());
        CallOptions minute = new CallOptions(Optional.of(Duration.ofMinutes(1)), List.of());
        try (Transactional.Transaction transaction = begin(adapter(MongoOptions.DEFAULTS), CallOptions.NONE)) {
            Adapter inside = transaction.adapter();
            assertThat(inside.insert(insertion(1, minute))).isInstanceOf(WriteOutcome.Written.class);
            assertThatThrownBy(() -> inside.insert(insertion(2, second)))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContaining("give it to the transaction");
        }
        try (Transactional.Transaction transaction = begin(adapter(MongoOptions.DEFAULTS), second)) {
            assertThat(transaction.adapter().insert(insertion(1, second))).isInstanceOf(WriteOutcome.Written.class);
        }
    }

    private static Document unreplicated(Document reply) {
        return reply.append("ok", 1.0)
                .append(
                        "writeConcernError",
                        new Document("code", 64)
                                .append("codeName", "WriteConcernFailed")
                                .append("errmsg", "waiting"));
    }

    @Test
    void whatIsWrittenAndNotReplicatedIsDone() {
        MongoAdapter adapter = adapter(strict());
        server.answerNext("insert", unreplicated(new Document("n", 1)));
        assertOutcome(StoreException.Outcome.DONE, () -> insert(adapter, 1));
        server.answerNext(
                "findAndModify",
                unreplicated(new Document("value", new Document("_id", 1))
                        .append("lastErrorObject", new Document("n", 1).append("updatedExisting", true))));
        assertOutcome(StoreException.Outcome.DONE, () -> update(adapter, 1));
    }

    @Test
    void whatIsWrittenOnAskingAgainAndNotReplicatedIsDone() {
        MongoAdapter adapter = adapter(strict());
        insert(adapter, 1);
        Document taken = new Document("index", 0).append("code", 11000).append("errmsg", "taken");
        server.answerNext("insert", new Document("n", 0).append("ok", 1.0).append("writeErrors", List.of(taken)));
        server.answerNext("insert", unreplicated(new Document("n", 1)));
        assertOutcome(StoreException.Outcome.DONE, () -> insert(adapter, 2));
    }

    private static void assertOutcome(StoreException.Outcome outcome, Runnable call) {
        StoreException failure = catchThrowableOfType(StoreException.class, call::run);
        assertThat(failure.outcome()).isEqualTo(outcome);
        assertThat(failure.retryable()).isFalse();
    }

    private static Document cursor(long id, String batch, Document... events) {
        Document place = new Document("_data", "82AB" + events.length);
        Document cursor = new Document("id", id)
                .append("ns", "shop.things")
                .append("postBatchResumeToken", place)
                .append(batch, List.of(events));
        return new Document("cursor", cursor).append("ok", 1.0);
    }

    @Test
    void aSubscriptionFollowsTheCursorOfTheServerAndClosesIt() {
        MongoAdapter adapter = adapter(MongoOptions.DEFAULTS);
        Document row = new Document("_id", 7).append("text", "t");
        Document inserted = new Document("_id", new Document("_data", "82FF"))
                .append("operationType", "insert")
                .append("ns", new Document("db", "shop").append("coll", "things"))
                .append("documentKey", new Document("_id", 7))
                .append("fullDocument", row);
        server.answerNext("aggregate", cursor(5, "firstBatch"));
        server.answerNext("getMore", cursor(5, "nextBatch", inserted));
        server.answerNext("killCursors", new Document("ok", 1.0));
        try (MongoChanges<Object> changes = adapter.changes(things, loaded -> loaded.get(0))) {
            MongoChange<Object> change = changes.next(Duration.ofSeconds(5)).orElseThrow();
            assertThat(change).isEqualTo(new MongoChange.Inserted<>(change.place(), 7));
            server.answerNext("aggregate", cursor(0, "firstBatch"));
            adapter.changesAfter(things, loaded -> loaded, change.place()).close();
        }
        Document stage =
                (Document) ((Document) ((List<?>) last("aggregate").get("pipeline")).get(0)).get("$changeStream");
        assertThat(stage.get("fullDocument")).isEqualTo("updateLookup");
        assertThat(stage.get("startAfter")).isEqualTo(new Document("_data", "82FF"));
        assertThat(server.asked("killCursors")).isNotEmpty();
    }
}
