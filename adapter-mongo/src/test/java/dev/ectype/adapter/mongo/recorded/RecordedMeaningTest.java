package dev.ectype.adapter.mongo.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.adapter.mongo.MongoAdapter;
import dev.ectype.adapter.mongo.internal.query.FindPlan;
import dev.ectype.adapter.mongo.server.TestServer;
import dev.ectype.query.eval.Evaluator;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.Source;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage.Scalar;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The filters that conditions on one field become, as a real server answered them: for every recorded document whose
 * value is of the field's kind, or absent, the answer is that of the reference evaluator.
 */
class RecordedMeaningTest {
    private static final JsonWriterSettings CANONICAL =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();
    private static final BsonDocument VALUES = Recorded.entries("find.json").get(0);
    private static final Map<String, List<Integer>> ANSWERS = answers();

    private static Map<String, List<Integer>> answers() {
        Map<String, List<Integer>> answers = new HashMap<>();
        for (BsonValue each : VALUES.getArray("cases")) {
            BsonDocument one = each.asDocument();
            if (one.containsKey("ids") && !one.containsKey("sort")) {
                List<Integer> ids = new ArrayList<>();
                one.getArray("ids").forEach(id -> ids.add(id.asInt32().getValue()));
                answers.put(one.getDocument("filter").toJson(CANONICAL), ids);
            }
        }
        return answers;
    }

    @ParameterizedTest
    @EnumSource(
            value = Scalar.class,
            names = {"TEXT", "INT32", "INT64", "FLOAT64", "DECIMAL", "BOOLEAN", "INSTANT", "UUID"})
    void aRealServerAnswersAsTheReferenceEvaluator(Scalar kind) {
        Layout layout =
                new Layout(List.of(new Layout.Slot("id", "_id", Scalar.INT32), new Layout.Slot("v", "v", kind)));
        List<Row> rows = rows(layout, kind);
        Source source = new Source("values", Optional.empty(), layout, List.of(0), List.of(), List.of());
        FieldPath path = new FieldPath(List.of(new FieldPath.Slot("v", "v", 1)), kind, false);
        int checked = 0;
        for (Predicate predicate : predicates(path, rows)) {
            Optional<List<Integer>> answer = answer(source, predicate);
            if (answer.isPresent()) {
                Evaluator evaluator = Evaluator.of(predicate);
                for (Row row : rows) {
                    assertThat(answer.get().contains((Integer) row.get(0)))
                            .as("%s for document %s", predicate, row.get(0))
                            .isEqualTo(evaluator.matches(row));
                }
                checked++;
            }
        }
        assertThat(checked).as("forms of %s that were recorded", kind).isGreaterThan(2 * (rows.size() - 2));
    }

    private static Optional<List<Integer>> answer(Source source, Predicate predicate) {
        try (MongoAdapter adapter = MongoAdapter.over(TestServer.client(), "unused")) {
            PushDown plan = adapter.plan(new QueryRequest(source, List.of(predicate), List.of(), Window.ALL));
            assertThat(plan.isWhole()).as("%s: %s", predicate, plan.where()).isTrue();
            return Optional.ofNullable(
                    ANSWERS.get(((FindPlan) plan.plan()).filter().toJson(CANONICAL)));
        }
    }

    private static List<Predicate> predicates(FieldPath path, List<Row> rows) {
        List<Predicate> predicates = new ArrayList<>();
        predicates.add(new Predicate.IsNull(path));
        for (Row row : rows) {
            if (row.get(1) != null) {
                Value value = new Value(row.get(1), path.storage(), false);
                for (Comparison comparison : Comparison.values()) {
                    predicates.add(new Predicate.Compare(path, comparison, value));
                }
                predicates.add(new Predicate.In(path, List.of(value)));
            }
        }
        List.copyOf(predicates).forEach(predicate -> predicates.add(new Predicate.Not(predicate)));
        return predicates;
    }

    private static List<Row> rows(Layout layout, Scalar kind) {
        List<Row> rows = new ArrayList<>();
        for (BsonValue each : VALUES.getArray("documents")) {
            BsonDocument document = each.asDocument();
            BsonValue stored = document.get("v");
            Object value = stored == null ? null : neutral(stored, kind);
            if (stored == null || stored.isNull() || value != null) {
                rows.add(Row.over(layout, new Object[] {document.getInt32("_id").getValue(), value}));
            }
        }
        return rows;
    }

    private static @Nullable Object neutral(BsonValue stored, Scalar kind) {
        return switch (kind) {
            case TEXT -> stored.isString() ? stored.asString().getValue() : null;
            case INT32 -> stored.isInt32() ? stored.asInt32().getValue() : null;
            case INT64 -> stored.isInt64() ? stored.asInt64().getValue() : null;
            case BOOLEAN -> stored.isBoolean() ? stored.asBoolean().getValue() : null;
            case INSTANT ->
                stored.isDateTime() ? Instant.ofEpochMilli(stored.asDateTime().getValue()) : null;
            case FLOAT64 ->
                stored.isDouble() && Double.isFinite(stored.asDouble().getValue())
                        ? stored.asDouble().getValue()
                        : null;
            case DECIMAL -> decimal(stored);
            default -> stored.getBsonType() == BsonType.BINARY ? uuid(stored.asBinary()) : null;
        };
    }

    private static @Nullable BigDecimal decimal(BsonValue stored) {
        boolean finite =
                stored.isDecimal128() && stored.asDecimal128().getValue().isFinite();
        return finite ? new BigDecimal(stored.asDecimal128().getValue().toString()) : null;
    }

    private static @Nullable UUID uuid(BsonBinary stored) {
        ByteBuffer bytes = ByteBuffer.wrap(stored.getData());
        return stored.getType() == 4 ? new UUID(bytes.getLong(), bytes.getLong()) : null;
    }
}
