package dev.ectype.adapter.mongo.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import dev.ectype.adapter.mongo.MongoAdapter;
import dev.ectype.adapter.mongo.server.TestServer;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Joining.Answer;
import dev.ectype.spi.Joining.Join;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.spi.Source;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Layout.Slot;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.junit.jupiter.api.Test;

/** Joins, held against what a real server answered to {@code $lookup} over the same people. */
class RecordedJoinsTest {
    private static final BsonDocument SET = Recorded.entries("aggregate.json").stream()
            .filter(set -> set.getString("set").getValue().equals("people"))
            .findFirst()
            .orElseThrow();
    private static final Layout LAYOUT = new Layout(List.of(
            new Slot("id", "_id", Scalar.TEXT),
            new Slot("name", "name", Scalar.TEXT),
            new Slot("boss", "boss", Scalar.TEXT)));
    private static final Source PEOPLE =
            new Source("aggregate_people", Optional.empty(), LAYOUT, List.of(0), List.of(), List.of());
    private static final FieldPath ID = path(0);
    private static final FieldPath BOSS = path(2);
    private static final Storage RELATED = new Storage.ListOf(new Storage.Embedded(() -> LAYOUT));

    private static FieldPath path(int slot) {
        Slot of = LAYOUT.slot(slot);
        return new FieldPath(List.of(new FieldPath.Slot(of.name(), of.source(), slot)), of.storage(), false);
    }

    /** Returns the ids of the related documents, sorted, by those of the documents they were recorded for. */
    private static Map<String, List<String>> recorded(String stage, String name) {
        BsonDocument asked = SET.getArray("cases").stream()
                .map(BsonValue::asDocument)
                .filter(each -> each.toJson().contains(stage))
                .findFirst()
                .orElseThrow();
        Map<String, List<String>> answer = new LinkedHashMap<>();
        for (BsonValue each : asked.getArray("documents")) {
            List<String> related = new ArrayList<>();
            each.asDocument().getArray(name).forEach(one -> related.add(id(one)));
            related.sort(null);
            answer.put(id(each), related);
        }
        return answer;
    }

    private static String id(BsonValue document) {
        return document.asDocument().getString("_id").getValue();
    }

    private static Map<String, List<String>> joined(FieldPath owner, FieldPath related, Window window) {
        String name = TestServer.newDatabase();
        MongoDatabase database = TestServer.client().getDatabase(name);
        new Replay(database).filled("aggregate_people", SET.getArray("documents"));
        QueryRequest all = new QueryRequest(PEOPLE, List.of(), List.of(Order.ascending(ID)), Window.ALL);
        Join join =
                new Join(owner, related, new QueryRequest(PEOPLE, List.of(), all.order(), window), List.of(0, 1, 2));
        List<Slot> slots = new ArrayList<>(LAYOUT.slots());
        slots.add(new Slot("related", "related", RELATED));
        try (MongoAdapter adapter = MongoAdapter.over(TestServer.client(), name)) {
            Answer answer = adapter.planJoins(all, List.of(join), new Layout(slots));
            ScanSpec spec = new ScanSpec(List.of(0, 1, 2), OptionalLong.empty(), CallOptions.NONE);
            return ids(adapter.scan(answer.plan().orElseThrow(), spec));
        }
    }

    private static Map<String, List<String>> ids(RowCursor cursor) {
        Map<String, List<String>> ids = new LinkedHashMap<>();
        try (cursor) {
            for (Row row = cursor.next(); row != null; row = cursor.next()) {
                List<String> related = new ArrayList<>();
                ((List<?>) row.get(3)).forEach(each -> related.add((String) ((Row) each).get(0)));
                ids.put((String) row.get(0), related);
            }
        }
        return ids;
    }

    @Test
    void whomADocumentRefersTo() {
        assertThat(joined(BOSS, ID, Window.ALL)).isEqualTo(recorded("\"localField\": \"boss\"", "b"));
    }

    @Test
    void whoRefersToADocument() {
        assertThat(joined(ID, BOSS, Window.ALL)).isEqualTo(recorded("\"foreignField\": \"boss\"", "r"));
    }

    @Test
    void theFirstWhoRefersToADocument() {
        assertThat(joined(ID, BOSS, Window.first(1))).isEqualTo(recorded("\"let\": {\"me\"", "r"));
    }
}
