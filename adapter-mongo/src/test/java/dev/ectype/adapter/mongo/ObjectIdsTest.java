package dev.ectype.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.adapter.mongo.server.TestServer;
import dev.ectype.query.ir.Aggregate;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Grouping;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.Aggregating;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Insert;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.spi.Source;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that are stored as object ids are found, sorted and grouped as texts, or refused. */
class ObjectIdsTest {
    private static final String ANN = "65a000000000000000000001";
    private static final String BEN = "65a000000000000000000002";
    private static final Layout LAYOUT = new Layout(List.of(
            new Layout.Slot("id", "id", Scalar.TEXT),
            new Layout.Slot("author", "author", Scalar.TEXT),
            new Layout.Slot("editor", "editor", Scalar.TEXT),
            new Layout.Slot("title", "title", Scalar.TEXT),
            new Layout.Slot("readers", "readers", new Storage.ListOf(Scalar.TEXT))));
    private static final FieldPath AUTHOR = path("author");
    private static final FieldPath EDITOR = path("editor");
    private static final FieldPath TITLE = path("title");
    private static final FieldPath FIRST_READER =
            new FieldPath(List.of(path("readers").steps().get(0), new FieldPath.Position(0)), Scalar.TEXT, false);
    private static final Source POSTS = new Source(
            "posts",
            Optional.empty(),
            LAYOUT,
            List.of(0),
            List.of(),
            List.of(MongoFields.objectIds("id", "author", "editor", "readers")));

    private final MongoAdapter adapter = MongoAdapter.over(TestServer.client(), TestServer.newDatabase());

    private static FieldPath path(String name) {
        int slot = LAYOUT.indexOfSource(name);
        return new FieldPath(
                List.of(new FieldPath.Slot(name, name, slot)), LAYOUT.slot(slot).storage(), false);
    }

    private static Value text(String value) {
        return new Value(value, Scalar.TEXT, false);
    }

    @BeforeEach
    void insert() {
        insert(ANN, ANN, ANN, List.of(BEN));
        insert(ANN, BEN, "b", List.of(ANN));
        insert(BEN, null, "c", List.of(ANN, BEN));
    }

    private void insert(Object... values) {
        Object[] slots = new Object[LAYOUT.size()];
        System.arraycopy(values, 0, slots, 1, values.length);
        adapter.insert(new Insert(POSTS, Row.over(LAYOUT, slots), OnConflict.raise(), List.of(), CallOptions.NONE));
    }

    private static QueryRequest query(List<Predicate> conditions, List<Order> order) {
        return new QueryRequest(POSTS, conditions, order, Window.ALL);
    }

    private List<Row> rows(NativePlan plan, Layout layout) {
        List<Row> rows = new ArrayList<>();
        List<Integer> slots = IntStream.range(0, layout.size()).boxed().toList();
        try (RowCursor cursor = adapter.scan(plan, new ScanSpec(slots, OptionalLong.empty(), CallOptions.NONE))) {
            cursor.forEachLeft(rows::add);
        }
        return rows;
    }

    private List<Object> titles(Predicate condition) {
        PushDown plan = adapter.plan(query(List.of(condition), List.of(Order.ascending(TITLE))));
        assertThat(plan.isWhole()).as(plan.where().toString()).isTrue();
        return rows(plan.plan(), LAYOUT).stream().map(row -> row.get(3)).toList();
    }

    @Test
    void twoOfThemAreComparedAndAnElementIsFound() {
        assertThat(titles(new Predicate.Compare(AUTHOR, Comparison.EQ, EDITOR))).containsExactly(ANN);
        assertThat(titles(new Predicate.Compare(AUTHOR, Comparison.LT, EDITOR))).containsExactly("b");
        assertThat(titles(new Predicate.Compare(FIRST_READER, Comparison.EQ, text(ANN))))
                .containsExactly("b", "c");
    }

    static List<Predicate> whatTheServerTellsOtherwise() {
        Operand either = new Operand.Call(Operand.Function.COALESCE, List.of(EDITOR, AUTHOR), Scalar.TEXT);
        Operand length = new Operand.Call(Operand.Function.LENGTH, List.of(AUTHOR), Scalar.INT32);
        return List.of(
                new Predicate.Compare(AUTHOR, Comparison.EQ, TITLE),
                new Predicate.Compare(TITLE, Comparison.LT, AUTHOR),
                new Predicate.Compare(either, Comparison.EQ, text(ANN)),
                new Predicate.Compare(length, Comparison.EQ, new Value(24, Scalar.INT32, false)));
    }

    @ParameterizedTest
    @MethodSource
    void whatTheServerTellsOtherwise(Predicate condition) {
        assertThat(adapter.plan(query(List.of(condition), List.of())).where().toString())
                .contains("object id");
    }

    @Test
    void groupsOfThemAreTexts() {
        Layout result = new Layout(List.of(
                new Layout.Slot("author", "author", Scalar.TEXT),
                new Layout.Slot("last", "last", Scalar.TEXT),
                new Layout.Slot("count", "count", Scalar.INT64)));
        Grouping grouping = new Grouping(
                List.of(AUTHOR),
                List.of(
                        new Aggregate(Aggregate.Function.MAX, Optional.of(EDITOR), false, Scalar.TEXT),
                        new Aggregate(Aggregate.Function.COUNT, Optional.empty(), false, Scalar.INT64)),
                result,
                List.of(),
                List.of(),
                Window.ALL);
        Aggregating.Answer answer = adapter.planGrouping(query(List.of(), List.of()), grouping);
        assertThat(rows(answer.plan().orElseThrow(), result))
                .containsExactlyInAnyOrder(
                        Row.over(result, new Object[] {ANN, BEN, 2L}), Row.over(result, new Object[] {BEN, null, 1L}));
    }
}
