package dev.ectype.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.bson.Document;
import dev.ectype.adapter.mongo.sample.Things;
import dev.ectype.adapter.mongo.server.StandInReplicaSet;
import dev.ectype.error.StoreException;
import dev.ectype.error.StoreException.Outcome;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Insert;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.Source;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls about many rows that end in the middle: every row is told what became of it. */
class BulkOutcomesTest {
    private static final Layout LAYOUT = new Layout(
            List.of(new Layout.Slot("id", "id", Scalar.INT32), new Layout.Slot("text", "text", Scalar.TEXT)));
    private static final Source NOTES = new Source("notes", Optional.empty(), LAYOUT, List.of(0), List.of(), List.of());

    private final StandInReplicaSet server = new StandInReplicaSet();
    private final MongoClient client = MongoClients.create(server.uri() + "&retryWrites=false");
    private final MongoAdapter adapter = MongoAdapter.over(client, "shop");

    @AfterEach
    void stop() {
        client.close();
        server.stop();
    }

    private static Insert note(int id, String text) {
        return note(id, text, OnConflict.raise());
    }

    private static Insert note(@Nullable Integer id, String text, OnConflict onConflict) {
        return new Insert(NOTES, Row.over(LAYOUT, new Object[] {id, text}), onConflict, List.of(), CallOptions.NONE);
    }

    private static Document refusal(int code) {
        return new Document("ok", 0.0).append("code", code).append("errmsg", "no");
    }

    /** Two requests, since the driver puts 16 MB into one: the server steps down between them. */
    @Test
    void rowsOfAnEarlierRequestAreWrittenWhateverBecomesOfALaterOne() {
        String text = "x".repeat(5 << 20);
        server.answerNext("insert", new Document("n", 3).append("ok", 1.0));
        server.answerNext("insert", refusal(10107));
        List<WriteOutcome> outcomes = adapter.insertAll(
                IntStream.range(1, 7).mapToObj(id -> note(id, text)).toList());
        assertThat(server.asked("insert")).hasSize(2);
        assertThat(outcomes.subList(0, 3)).allMatch(WriteOutcome.Written.class::isInstance);
        assertThat(outcomes.subList(3, 6)).allSatisfy(outcome -> {
            assertThat(((WriteOutcome.Failed) outcome).failure().outcome()).isEqualTo(Outcome.NOT_DONE);
            assertThat(((WriteOutcome.Failed) outcome).failure().retryable()).isTrue();
        });
    }

    @Test
    void aRowThatCannotBeStoredKeepsNoOtherFromBeingTold() {
        OnConflict keep = new OnConflict.Keep(List.of());
        for (OnConflict each : List.of(OnConflict.raise(), keep)) {
            int first = each == keep ? 10 : 1;
            List<WriteOutcome> outcomes = adapter.insertAll(List.of(
                    note(first, "a", each),
                    note(first + 1, "\ud800", each),
                    note(null, "c", each),
                    note(first + 2, "b", each)));
            assertThat(outcomes.stream().map(WriteOutcome.Written.class::isInstance))
                    .containsExactly(true, false, false, true);
            assertThat(outcomes.subList(1, 3))
                    .allSatisfy(outcome -> assertThat(
                                    ((WriteOutcome.Failed) outcome).failure().outcome())
                            .isEqualTo(Outcome.NOT_DONE));
        }
        assertThat(client.getDatabase("shop").getCollection("notes").countDocuments())
                .isEqualTo(4);
    }

    @Test
    void severalDuplicatesAmongOthersAreToldEachByItself() {
        adapter.insertAll(List.of(note(2, "a"), note(5, "a")));
        List<WriteOutcome> outcomes = adapter.insertAll(
                List.of(note(1, "b"), note(2, "b"), note(3, "b"), note(3, "c"), note(5, "b"), note(6, "b")));
        assertThat(outcomes.stream().map(WriteOutcome.Violated.class::isInstance))
                .containsExactly(false, true, false, true, true, false);
        assertThat(client.getDatabase("shop").getCollection("notes").countDocuments())
                .isEqualTo(5);
    }

    @Test
    void aChangeOfManyThatIsStoppedInTheMiddleIsPerhapsDone() {
        NativePlan all = adapter.plan(new QueryRequest(NOTES, List.of(), List.of(), Window.ALL))
                .plan();
        List<Assignment> changes = List.of(
                Assignment.set(new FieldPath(List.of(new FieldPath.Slot("text", "text", 1)), Scalar.TEXT, false), "b"));
        server.answerNext("update", refusal(11601));
        assertThat(catchThrowableOfType(StoreException.class, () -> adapter.updateAll(all, changes, CallOptions.NONE))
                        .outcome())
                .isEqualTo(Outcome.UNKNOWN);
        server.answerNext("delete", refusal(11601));
        assertThat(catchThrowableOfType(StoreException.class, () -> adapter.deleteAll(all, CallOptions.NONE))
                        .outcome())
                .isEqualTo(Outcome.UNKNOWN);
        server.answerNext("delete", refusal(10107));
        assertThat(catchThrowableOfType(StoreException.class, () -> adapter.deleteAll(all, CallOptions.NONE))
                        .outcome())
                .isEqualTo(Outcome.NOT_DONE);
    }

    @Test
    void programsThatStartTogetherPrepareTheSameCollection() {
        server.answerNext("create", refusal(48));
        MongoStorage storage = adapter.storage(NOTES);
        assertThat(storage.create()).containsExactly("create the collection notes");
        server.answerNext("create", refusal(13));
        storage.drop();
        assertThat(catchThrowableOfType(StoreException.class, storage::create).context())
                .containsEntry("step", "create the collection notes");
    }

    @Test
    void aRowOfOnlyItsKeyThatAValidatorRejectsIsNotKept() {
        Document rejection = new Document("index", 0).append("code", 121).append("errmsg", "no");
        server.answerNext("insert", new Document("n", 0).append("ok", 1.0).append("writeErrors", List.of(rejection)));
        Insert key = new Insert(
                Things.source("things"),
                Things.row(1, Map.of()),
                new OnConflict.Keep(List.of()),
                List.of(),
                CallOptions.NONE);
        assertThat(adapter.insert(key)).isInstanceOf(WriteOutcome.Violated.class);
    }
}
