package dev.ectype.adapter.mongo.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.adapter.mongo.MongoAdapter;
import dev.ectype.adapter.mongo.internal.query.FindPlan;
import dev.ectype.adapter.mongo.server.TestServer;
import dev.ectype.query.eval.Evaluator;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.FieldPath.Position;
import dev.ectype.query.ir.FieldPath.Slot;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.Source;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The filters that conditions on one field become, as a real server answered them: for every recorded document whose
 * value is of the field's kind, or absent, the answer is that of the reference evaluator.
 */
class RecordedMeaningTest {
    private static final RecordedAnswers ANSWERS = RecordedAnswers.of("values");

    private static final Layout PAIR =
            new Layout(List.of(new Layout.Slot("x", "x", Scalar.INT32), new Layout.Slot("y", "y", Scalar.TEXT)));

    private final MongoAdapter adapter = MongoAdapter.over(TestServer.client(), "unused");

    /** Holds recorded answers to conditions and their negations against the evaluator; returns how many were recorded. */
    private int checked(Storage kind, List<Predicate> predicates) {
        Source source =
                new Source("values", Optional.empty(), RecordedRows.layout(kind), List.of(0), List.of(), List.of());
        int checked = 0;
        for (Predicate predicate : (Iterable<Predicate>)
                predicates.stream().flatMap(one -> Stream.of(one, new Predicate.Not(one)))::iterator) {
            Optional<Set<String>> answer = ANSWERS.to(filter(source, predicate));
            if (answer.isPresent()) {
                Evaluator evaluator = Evaluator.of(predicate);
                for (Row row : RecordedRows.of(ANSWERS.documents(), kind)) {
                    assertThat(answer.get().contains(String.valueOf(row.get(0))))
                            .as("%s for document %s", predicate, row.get(0))
                            .isEqualTo(evaluator.matches(row));
                }
                checked++;
            }
        }
        return checked;
    }

    private BsonDocument filter(Source source, Predicate predicate) {
        PushDown plan = adapter.plan(new QueryRequest(source, List.of(predicate), List.of(), Window.ALL));
        assertThat(plan.isWhole()).as("%s: %s", predicate, plan.where()).isTrue();
        return ((FindPlan) plan.plan()).filter();
    }

    private static List<Object> values(Storage kind) {
        return RecordedRows.of(ANSWERS.documents(), kind).stream()
                .map(row -> row.get(1))
                .filter(Objects::nonNull)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(
            value = Scalar.class,
            names = {"TEXT", "INT32", "INT64", "FLOAT64", "DECIMAL", "BOOLEAN", "INSTANT", "UUID"})
    void aRealServerAnswersAsTheReferenceEvaluator(Scalar kind) {
        FieldPath path = RecordedRows.path(kind);
        List<Predicate> predicates = new ArrayList<>(List.of(new Predicate.IsNull(path)));
        for (Object constant : values(kind)) {
            Value value = new Value(constant, kind, false);
            for (Comparison comparison : Comparison.values()) {
                predicates.add(new Predicate.Compare(path, comparison, value));
            }
            predicates.add(new Predicate.In(path, List.of(value)));
        }
        assertThat(checked(kind, predicates))
                .as("forms of %s that were recorded", kind)
                .isEqualTo(2 * predicates.size());
    }

    @Test
    void partsOfTextsAreFoundByTheirLettersAlone() {
        FieldPath path = RecordedRows.path(Scalar.TEXT);
        List<Predicate> predicates = new ArrayList<>();
        for (Predicate.Text.Match match : Predicate.Text.Match.values()) {
            for (String part : List.of("a", "b", "ss", "null", "_", "a.b", "a.b*c(", "\\\\", "^", "a_b", "a%", "%b")) {
                predicates.add(new Predicate.Text(path, match, new Value(part, Scalar.TEXT, false), false));
            }
        }
        assertThat(checked(Scalar.TEXT, predicates)).isGreaterThanOrEqualTo(16);
    }

    @ParameterizedTest
    @EnumSource(
            value = Scalar.class,
            names = {"INT32", "INT64"})
    void aRemainderHasTheSignOfTheNumber(Scalar kind) {
        Operand remainder = new Operand.Call(
                Operand.Function.MODULO, List.of(RecordedRows.path(kind), new Value(2, Scalar.INT32, false)), kind);
        List<Predicate> predicates = new ArrayList<>();
        for (int wanted : List.of(0, 1, 2)) {
            predicates.add(new Predicate.Compare(remainder, Comparison.EQ, new Value(wanted, Scalar.INT32, false)));
        }
        assertThat(checked(kind, predicates)).isEqualTo(5);
    }

    @Test
    void aMapIsEmptyOrNot() {
        Storage kind = new Storage.MapOf(Scalar.INT32);
        List<Predicate> predicates = new ArrayList<>();
        for (Comparison comparison : Comparison.values()) {
            predicates.add(new Predicate.Size(RecordedRows.path(kind), comparison, 0));
        }
        for (Object map : values(kind)) {
            predicates.add(new Predicate.Compare(RecordedRows.path(kind), Comparison.EQ, new Value(map, kind, false)));
        }
        assertThat(values(kind)).contains(Map.of(), Map.of("x", 1, "y", 2));
        assertThat(checked(kind, predicates)).isGreaterThan(12);
    }

    @ParameterizedTest
    @EnumSource(
            value = Scalar.class,
            names = {"INT32", "TEXT"})
    void listsAreAskedForTheirElementsAndTheirSize(Scalar element) {
        Storage kind = new Storage.ListOf(element);
        FieldPath self = FieldPath.self(element, false);
        List<Predicate> predicates = new ArrayList<>(List.of(new Predicate.IsNull(RecordedRows.path(kind))));
        for (int size = 0; size < 3; size++) {
            for (Comparison comparison : Comparison.values()) {
                predicates.add(new Predicate.Size(RecordedRows.path(kind), comparison, size));
            }
        }
        for (Object list : values(kind)) {
            predicates.add(new Predicate.Compare(RecordedRows.path(kind), Comparison.EQ, new Value(list, kind, false)));
        }
        for (Object one : values(element)) {
            Value value = new Value(one, element, false);
            predicates.add(new Predicate.Contains(RecordedRows.path(kind), value));
            for (Comparison comparison : Comparison.values()) {
                predicates.add(new Predicate.AnyElement(
                        RecordedRows.path(kind), new Predicate.Compare(self, comparison, value)));
            }
        }
        assertThat(checked(kind, predicates)).isGreaterThan(40);
    }

    @Test
    void oneElementMeetsAllOfACondition() {
        Storage kind = new Storage.ListOf(Scalar.INT32);
        FieldPath self = FieldPath.self(Scalar.INT32, false);
        Predicate more = compare(self, Comparison.GT, 0);
        Predicate less = compare(self, Comparison.LT, 2);
        Predicate between = new Predicate.AnyElement(RecordedRows.path(kind), new Predicate.And(List.of(more, less)));
        Predicate greater = new Predicate.AnyElement(RecordedRows.path(kind), compare(self, Comparison.GT, 1));
        assertThat(checked(kind, List.of(between, greater))).isEqualTo(3);
    }

    private static Predicate compare(FieldPath path, Comparison comparison, int number) {
        return new Predicate.Compare(path, comparison, new Value(number, Scalar.INT32, false));
    }

    @Test
    void oneRecordMeetsACondition() {
        Storage kind = new Storage.ListOf(new Storage.Embedded(() -> PAIR));
        FieldPath x = new FieldPath(List.of(new Slot("x", "x", 0)), Scalar.INT32, false);
        assertThat(checked(
                        kind, List.of(new Predicate.AnyElement(RecordedRows.path(kind), compare(x, Comparison.EQ, 1)))))
                .isEqualTo(2);
    }

    @Test
    void aPositionIsAnElementOfAList() {
        Storage kind = new Storage.ListOf(Scalar.INT32);
        FieldPath first = RecordedRows.path(Scalar.INT32, new Position(0));
        assertThat(checked(kind, List.of(compare(first, Comparison.EQ, 1)))).isEqualTo(1);
    }

    @Test
    void aPositionLeadsIntoARecord() {
        Storage kind = new Storage.ListOf(new Storage.Embedded(() -> PAIR));
        FieldPath first = RecordedRows.path(Scalar.INT32, new Position(0), new Slot("x", "x", 0));
        assertThat(checked(kind, List.of(compare(first, Comparison.EQ, 1)))).isEqualTo(1);
    }
}
