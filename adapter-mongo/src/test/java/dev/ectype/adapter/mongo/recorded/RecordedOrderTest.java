package dev.ectype.adapter.mongo.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.query.eval.RowOrder;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Order;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Orders, as a real server put the recorded documents: those of one kind, and those without a value, as the evaluator would. */
class RecordedOrderTest {
    private static final BsonDocument SET = Recorded.entries("find.json").stream()
            .filter(set -> set.getString("set").getValue().equals("order"))
            .findFirst()
            .orElseThrow();
    private static final List<BsonDocument> DOCUMENTS =
            SET.getArray("documents").stream().map(BsonValue::asDocument).toList();

    private static List<Integer> found(String sort) {
        BsonDocument asked = BsonDocument.parse(sort);
        return SET.getArray("cases").stream()
                .map(BsonValue::asDocument)
                .filter(one -> !one.containsKey("skip") && !one.containsKey("limit"))
                .filter(one -> one.getDocument("sort").equals(asked))
                .findFirst()
                .orElseThrow()
                .getArray("ids")
                .stream()
                .map(id -> id.asInt32().getValue())
                .toList();
    }

    private static List<Integer> foundByPipeline(String stages) {
        return RecordedAnswers.toPipeline("values", stages).stream()
                .map(document -> document.getInt32("_id").getValue())
                .toList();
    }

    private static void assertOrdered(Scalar kind, List<Integer> answer, Order... order) {
        List<Row> rows = RecordedRows.of(DOCUMENTS, kind);
        List<Integer> expected =
                ids(rows.stream().sorted(RowOrder.of(List.of(order))).toList());
        assertThat(expected).hasSizeGreaterThan(3);
        assertThat(answer.stream().filter(expected::contains)).containsExactlyElementsOf(expected);
    }

    private static List<Integer> ids(List<Row> rows) {
        return rows.stream().map(row -> (Integer) row.get(0)).toList();
    }

    private static Order id(boolean descending) {
        return new Order(
                new FieldPath(List.of(new FieldPath.Slot("id", "_id", 0)), Scalar.INT32, false),
                descending,
                !descending);
    }

    @ParameterizedTest
    @EnumSource(
            value = Scalar.class,
            names = {"TEXT", "INT32", "INT64", "FLOAT64", "DECIMAL", "BOOLEAN", "INSTANT", "UUID"})
    void documentsAreInTheOrderOfTheirKind(Scalar kind) {
        Order up = Order.ascending(RecordedRows.path(kind));
        Order down = Order.descending(RecordedRows.path(kind));
        assertOrdered(kind, found("{v: 1, _id: 1}"), up, id(false));
        assertOrdered(kind, found("{v: -1, _id: 1}"), down, id(false));
        assertOrdered(kind, found("{v: 1, _id: -1}"), up, id(true));
    }

    @ParameterizedTest
    @EnumSource(
            value = Scalar.class,
            names = {"TEXT", "INT32", "INT64", "FLOAT64", "DECIMAL", "BOOLEAN", "INSTANT", "UUID"})
    void nullsStandWhereTheyAreAsked(Scalar kind) {
        String last = "{\"$cond\": [{\"$lte\": [\"$v\", null]}, 1, 0]}}}, {\"$sort\": {\"__n\": 1, \"v\": ";
        String first = "{\"$cond\": [{\"$lte\": [\"$v\", null]}, 0, 1]}}}, {\"$sort\": {\"__n\": 1, \"v\": ";
        assertOrdered(kind, foundByPipeline(last + "1"), new Order(RecordedRows.path(kind), false, false), id(false));
        assertOrdered(kind, foundByPipeline(first + "-1"), new Order(RecordedRows.path(kind), true, true), id(false));
    }
}
