package dev.ectype.adapter.mongo.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.query.eval.Evaluator;
import dev.ectype.query.eval.OperandEvaluator;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.FieldPath.Position;
import dev.ectype.query.ir.FieldPath.Slot;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Operand.Function;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import dev.ectype.types.stored.Storage.Scalar;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The operators that computed conditions and groups are made of: what a real server made of them is what the reference
 * evaluator makes.
 */
class RecordedExpressionsTest {
    private static final RecordedAnswers ANSWERS = RecordedAnswers.of("people");
    private static final Layout ORDER = new Layout(
            List.of(new Layout.Slot("sku", "sku", Scalar.TEXT), new Layout.Slot("qty", "qty", Scalar.INT32)));
    private static final Layout LAYOUT = new Layout(List.of(
            new Layout.Slot("id", "_id", Scalar.TEXT),
            new Layout.Slot("name", "name", Scalar.TEXT),
            new Layout.Slot("age", "age", Scalar.FLOAT64),
            new Layout.Slot("score", "score", Scalar.FLOAT64),
            new Layout.Slot("skills", "skills", new Storage.ListOf(Scalar.TEXT)),
            new Layout.Slot("orders", "orders", new Storage.ListOf(new Storage.Embedded(() -> ORDER)))));
    private static final FieldPath AGE = path(2);
    private static final Map<String, Row> ROWS = rows();

    private static FieldPath path(int slot) {
        return path(LAYOUT, slot);
    }

    private static FieldPath path(Layout layout, int slot) {
        Layout.Slot of = layout.slot(slot);
        return new FieldPath(List.of(new Slot(of.name(), of.source(), slot)), of.storage(), false);
    }

    private static Map<String, Row> rows() {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (BsonDocument document : ANSWERS.documents()) {
            @Nullable Object[] values = new Object[LAYOUT.size()];
            for (int i = 0; i < values.length; i++) {
                BsonValue stored = document.get(LAYOUT.slot(i).source());
                values[i] = stored != null && stored.isNumber()
                        ? finite(stored.asNumber().doubleValue())
                        : Neutral.of(stored, LAYOUT.slot(i).storage()).orElse(null);
            }
            rows.put(RecordedAnswers.id(document.get("_id")), Row.over(LAYOUT, values));
        }
        return rows;
    }

    private static @Nullable Double finite(double number) {
        return Double.isFinite(number) ? number : null;
    }

    private static Operand call(Function function, Operand... arguments) {
        return new Operand.Call(function, List.of(arguments), arguments[0].storage());
    }

    private static Value value(Object value, Scalar kind) {
        return new Value(value, kind, false);
    }

    private static Predicate more(Operand operand, Object than) {
        return new Predicate.Compare(operand, Comparison.GT, value(than, Scalar.FLOAT64));
    }

    private static void assertFound(String filter, Predicate meaning) {
        Set<String> expected = new TreeSet<>();
        ROWS.forEach((id, row) -> {
            if (Evaluator.of(meaning).matches(row)) {
                expected.add(id);
            }
        });
        assertThat(expected).isNotEmpty();
        assertThat(ANSWERS.to(BsonDocument.parse(filter))).as(filter).contains(expected);
    }

    @Test
    void products() {
        assertFound(
                "{$expr: {$gt: [{$multiply: ['$age', 2]}, 80]}}",
                more(call(Function.MULTIPLY, AGE, value(2.0, Scalar.FLOAT64)), 80.0));
    }

    @Test
    void quotients() {
        assertFound(
                "{$expr: {$gt: [{$divide: ['$score', '$age']}, 0.2]}}", more(call(Function.DIVIDE, path(3), AGE), 0.2));
    }

    @Test
    void lengths() {
        assertFound(
                "{$expr: {$gt: [{$strLenCP: {$ifNull: ['$name', '']}}, 5]}}",
                more(call(Function.LENGTH, path(1)), 5.0));
    }

    @Test
    void sizes() {
        assertFound(
                "{$expr: {$gt: [{$size: {$ifNull: ['$orders', []]}}, 1]}}",
                new Predicate.Size(path(5), Comparison.GT, 1));
    }

    @Test
    void sumsAndPositions() {
        Operand sum = call(Function.ADD, AGE, value(1.0, Scalar.FLOAT64));
        Operand first = new FieldPath(List.of(path(4).steps().get(0), new Position(0)), Scalar.TEXT, false);
        List<BsonDocument> answer = RecordedAnswers.toPipeline("people", "\"$add\"");
        assertThat(answer).hasSameSizeAs(ROWS.keySet());
        for (BsonDocument each : answer) {
            Row row = ROWS.get(RecordedAnswers.id(each.get("_id")));
            assertThat(number(each.get("age")))
                    .isEqualTo(OperandEvaluator.of(sum).valueFor(row));
            assertThat(Neutral.of(each.get("first"), Scalar.TEXT).orElse(null))
                    .isEqualTo(OperandEvaluator.of(first).valueFor(row));
        }
    }

    private static @Nullable Object number(@Nullable BsonValue stored) {
        return stored == null || stored.isNull() ? null : stored.asNumber().doubleValue();
    }

    @Test
    void elementsThatAreChosen() {
        Evaluator chosen = Evaluator.of(new Predicate.Compare(path(ORDER, 1), Comparison.GE, value(2, Scalar.INT32)));
        for (BsonDocument each : RecordedAnswers.toPipeline("people", "\"$filter\"")) {
            List<?> orders =
                    (List<?>) ROWS.get(RecordedAnswers.id(each.get("_id"))).get(5);
            if (orders != null) {
                assertThat(each.getArray("o").stream()
                                .map(order -> Neutral.of(order, new Storage.Embedded(() -> ORDER)))
                                .toList())
                        .isEqualTo(orders.stream()
                                .map(Row.class::cast)
                                .filter(chosen::matches)
                                .map(Optional::of)
                                .toList());
            }
        }
    }

    @Test
    void sumsOfListsLeaveOutWhatIsNull() {
        for (BsonDocument each : RecordedAnswers.toPipeline("people", "\"total\"")) {
            List<?> orders =
                    (List<?>) ROWS.get(RecordedAnswers.id(each.get("_id"))).get(5);
            int sum = orders == null
                    ? 0
                    : orders.stream()
                            .map(order -> ((Row) order).get(1))
                            .filter(Integer.class::isInstance)
                            .mapToInt(Integer.class::cast)
                            .sum();
            assertThat(each.getNumber("total").intValue()).isEqualTo(sum);
        }
    }

    @Test
    void decimalsAreSummedExactly() {
        BsonDocument group =
                RecordedAnswers.toPipeline("people", "\"$balance\"}, \"a\"").get(0);
        List<BigDecimal> balances = ANSWERS.documents().stream()
                .map(person -> Neutral.of(person.get("balance"), Scalar.DECIMAL))
                .flatMap(Optional::stream)
                .map(BigDecimal.class::cast)
                .filter(balance -> balance.compareTo(BigDecimal.ONE) > 0)
                .toList();
        BigDecimal sum = balances.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(decimal(group, "s")).isEqualByComparingTo(sum);
        assertThat(decimal(group, "a")).isEqualByComparingTo(sum.divide(BigDecimal.valueOf(balances.size())));
    }

    private static BigDecimal decimal(BsonDocument document, String field) {
        return document.getDecimal128(field).getValue().bigDecimalValue();
    }
}
