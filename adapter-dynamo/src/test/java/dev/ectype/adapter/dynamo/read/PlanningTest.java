package dev.ectype.adapter.dynamo.read;

import static dev.ectype.adapter.dynamo.sample.Orders.path;
import static dev.ectype.tck.sample.Conditions.eq;
import static dev.ectype.tck.sample.Conditions.ge;
import static dev.ectype.tck.sample.Conditions.gt;
import static dev.ectype.tck.sample.Conditions.in;
import static dev.ectype.tck.sample.Conditions.isNull;
import static dev.ectype.tck.sample.Conditions.le;
import static dev.ectype.tck.sample.Conditions.lt;
import static dev.ectype.tck.sample.Conditions.ne;
import static dev.ectype.tck.sample.Conditions.not;
import static dev.ectype.tck.sample.Conditions.or;
import static dev.ectype.tck.sample.Conditions.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.adapter.dynamo.DynamoAdapter;
import dev.ectype.adapter.dynamo.request.DynamoCall;
import dev.ectype.adapter.dynamo.sample.Orders;
import dev.ectype.adapter.dynamo.sample.Requests;
import dev.ectype.adapter.dynamo.server.TestServer;
import dev.ectype.error.MappingException;
import dev.ectype.error.UnsupportedQueryException;
import dev.ectype.plan.Consents;
import dev.ectype.plan.QueryPlan;
import dev.ectype.plan.RowSource;
import dev.ectype.query.eval.Evaluator;
import dev.ectype.query.eval.RowOrder;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.Source;
import dev.ectype.tck.harness.Texts;
import dev.ectype.types.stored.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** Which requests a query becomes, and that their rows are those of the reference evaluator. */
class PlanningTest {
    private static final Requests REQUESTS = new Requests();
    private static final DynamoAdapter ADAPTER = DynamoAdapter.over(TestServer.client(REQUESTS));
    private static final Source SOURCE = Orders.source(TestServer.newPrefix());
    private static final List<Row> ROWS = new ArrayList<>();
    private static final List<Integer> ALL =
            IntStream.range(0, Orders.LAYOUT.size()).boxed().toList();

    @BeforeAll
    static void fill() {
        ADAPTER.storage(SOURCE).create();
        for (long number = 0; number < 12; number++) {
            for (String customer : List.of("ann", "bob", "cleo")) {
                boolean open = number % 3 == 0;
                ROWS.add(Orders.row(
                        customer,
                        number,
                        open ? "open" : "sent",
                        number % 4 == 0 ? null : LocalDate.of(2024, 1, (int) number + 1),
                        new BigDecimal(number % 5 + ".50"),
                        open ? null : "c" + number % 2,
                        "note " + number));
            }
        }
        ADAPTER.insertAll(
                ROWS.stream().map(row -> Orders.insertion(SOURCE, row)).toList());
    }

    @AfterAll
    static void drop() {
        ADAPTER.storage(SOURCE).drop();
    }

    @BeforeEach
    void forget() {
        REQUESTS.clear();
    }

    private static QueryPlan plan(Consents consents, List<Order> order, Window window, Predicate... conjuncts) {
        return QueryPlan.of(ADAPTER, new QueryRequest(SOURCE, List.of(conjuncts), order, window), consents);
    }

    private static List<Row> run(QueryPlan plan, CallOptions options) {
        List<Row> rows = new ArrayList<>();
        try (RowSource source = plan.run(ALL, options)) {
            for (Row row = source.next(); row != null; row = source.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** Runs a query that the store does wholly, and checks its rows; returns how it is explained. */
    private static String check(List<Order> order, Window window, Predicate... conjuncts) {
        QueryPlan plan = plan(Consents.NONE, order, window, conjuncts);
        List<Row> found = run(plan, CallOptions.NONE);
        Stream<Row> expected = ROWS.stream()
                .filter(Evaluator.ofAll(List.of(conjuncts))::matches)
                .sorted(RowOrder.of(order));
        if (window.after().isPresent()) {
            expected = expected.filter(RowOrder.after(order, window.after().get()));
        }
        expected = expected.skip(window.offset()).limit(window.limit().orElse(Long.MAX_VALUE));
        List<String> wanted = Texts.ofRows(expected.toList());
        if (order.isEmpty()) {
            assertThat(Texts.ofRows(found)).containsExactlyInAnyOrderElementsOf(wanted);
        } else {
            assertThat(Texts.ofRows(found)).containsExactlyElementsOf(wanted);
        }
        return plan.pushDown().plan().explain();
    }

    private static String check(Predicate... conjuncts) {
        return check(List.of(), Window.ALL, conjuncts);
    }

    @Test
    void aWholeKeyIsOneGetItem() {
        check(eq(path("customer"), "ann"), eq(path("number"), 3L));
        assertThat(REQUESTS.only(GetItemRequest.class).key()).hasSize(2);
    }

    @Test
    void aWholeKeyWithARemainderIsOneGetItem() {
        check(eq(path("customer"), "ann"), eq(path("number"), 3L), eq(path("status"), "sent"));
        REQUESTS.only(GetItemRequest.class);
    }

    @Test
    void severalKeysAreOneBatchOfAllPairs() {
        String explained = check(
                List.of(Order.descending(path("number")), Order.ascending(path("customer"))),
                Window.first(3),
                in(path("customer"), "cleo", "nobody", "ann"),
                in(path("number"), 7L, 2L, 99L));
        assertThat(REQUESTS.only(BatchGetItemRequest.class)
                        .requestItems()
                        .values()
                        .iterator()
                        .next()
                        .keys())
                .hasSize(9);
        assertThat(explained).contains("BatchGetItem", "9 keys");
    }

    @Test
    void moreThanAHundredKeysAreSeveralBatchesAndKeepTheirPairs() {
        Object[] numbers = IntStream.range(0, 60).mapToObj(i -> (long) i).toArray();
        check(in(path("customer"), "ann", "bob", "cleo"), in(path("number"), numbers));
        assertThat(REQUESTS.operations()).containsExactly("BatchGetItem", "BatchGetItem");
    }

    @Test
    void aPartitionIsOneQueryInEitherOrder() {
        Order up = Order.ascending(path("number"));
        assertThat(check(List.of(up), Window.ALL, eq(path("customer"), "bob")))
                .contains("Query", "customer = ?", "forward");
        assertThat(check(List.of(up.reversed()), Window.first(5).withOffset(2), eq(path("customer"), "bob")))
                .contains("backward");
        assertThat(REQUESTS.operations()).containsExactly("Query", "Query");
    }

    @Test
    void boundsOfTheSortKeyAreInTheKeyCondition() {
        Predicate bob = eq(path("customer"), "bob");
        assertThat(check(bob, ge(path("number"), 3L), le(path("number"), 7L)))
                .contains("number BETWEEN ? AND ?")
                .doesNotContain("tested");
        assertThat(check(bob, gt(path("number"), 3L), lt(path("number"), 7L))).contains("BETWEEN", "tested on arrival");
        assertThat(check(bob, gt(path("number"), 3L))).contains("number > ?");
        assertThat(check(bob, ge(path("number"), 7L), le(path("number"), 3L))).contains("no request");
    }

    @Test
    void aPageLimitIsSentWhereEveryItemIsARow() {
        check(List.of(Order.ascending(path("number"))), Window.first(2), eq(path("customer"), "ann"));
        assertThat(REQUESTS.only(software.amazon.awssdk.services.dynamodb.model.QueryRequest.class)
                        .limit())
                .isEqualTo(2);
    }

    @Test
    void aPlaceToGoOnFromNarrowsTheSortKey() {
        List<Order> order = List.of(Order.ascending(path("customer")), Order.ascending(path("number")));
        for (long after = -1; after < 13; after++) {
            Window window = Window.first(3).withAfter(new Window.Keyset(Arrays.asList("bob", after)));
            check(order, window, eq(path("customer"), "bob"), ge(path("number"), 2L));
        }
    }

    @Test
    void severalPartitionsAreAQueryEach() {
        check(in(path("customer"), "ann", "cleo"), gt(path("number"), 9L));
        check(List.of(), Window.first(1000), in(path("courier"), "c0", "c1"));
        REQUESTS.clear();
        check(in(path("customer"), "ann", "cleo"), gt(path("number"), 9L));
        assertThat(REQUESTS.operations()).containsExactly("Query", "Query");
        assertThat(plan(
                                Consents.NONE,
                                List.of(Order.ascending(path("number"))),
                                Window.ALL,
                                in(path("customer"), "ann", "cleo"))
                        .refusals())
                .hasSize(1);
    }

    @Test
    void aLocalIndexGivesItsOrder() {
        String explained =
                check(List.of(), Window.ALL, eq(path("customer"), "ann"), gt(path("total"), new BigDecimal("2.5")));
        assertThat(explained).contains("by by_total", "total > ?");
    }

    @Test
    void aSparseIndexIsUsedOnlyWhereItMissesNothing() {
        assertThat(check(eq(path("status"), "open"), ge(path("day"), LocalDate.of(2024, 1, 2))))
                .contains("by by_day");
        assertThatThrownBy(() ->
                        run(plan(Consents.NONE, List.of(), Window.ALL, eq(path("status"), "open")), CallOptions.NONE))
                .isInstanceOf(UnsupportedQueryException.class)
                .hasMessageContaining("no key or index leads to the rows");
    }

    @Test
    void anIndexOfKeysIsCompletedFromTheTable() {
        String explained = check(eq(path("courier"), "c1"), ne(path("note"), "note 1"));
        assertThat(explained).contains("by by_courier", "tested on arrival note <> ?");
        assertThat(REQUESTS.operations()).containsExactly("Query", "BatchGetItem");
    }

    @Test
    void anIndexOfSeveralPartitionAndSortFieldsTakesThemFromTheLeft() {
        String explained = check(
                eq(path("courier"), "c1"),
                eq(path("status"), "sent"),
                eq(path("day"), LocalDate.of(2024, 1, 6)),
                gt(path("total"), BigDecimal.ZERO));
        assertThat(explained).contains("by by_place", "courier = ? AND status = ? AND day = ? AND total > ?");
    }

    @Test
    void conditionsOnTheKeysOfAQueryAreTestedOnArrival() {
        String explained = check(
                eq(path("customer"), "ann"),
                or(eq(path("number"), 1L), eq(path("note"), "note 3")),
                not(eq(path("number"), 5L)),
                not(isNull(path("note"))));
        assertThat(explained).contains("filter", "attribute_exists(note)", "tested on arrival");
    }

    @Test
    void aFieldComparedWithItselfIsATestThatItIsThere() {
        Predicate ann = eq(path("customer"), "ann");
        for (Comparison comparison : Comparison.values()) {
            for (String field : List.of("courier", "day", "number")) {
                Predicate itself = new Predicate.Compare(path(field), comparison, path(field));
                check(ann, itself);
                check(ann, not(itself));
                check(ann, or(itself, eq(path("note"), "note 3")));
            }
        }
    }

    @Test
    void anOrNeverFeedsAKey() {
        QueryPlan plan =
                plan(Consents.NONE, List.of(), Window.ALL, or(eq(path("customer"), "ann"), eq(path("note"), "note 3")));
        assertThatThrownBy(() -> run(plan, CallOptions.NONE)).isInstanceOf(UnsupportedQueryException.class);
        assertThat(REQUESTS.operations()).as("requests without consent").isEmpty();
    }

    @Test
    void noScanLeavesWithoutConsent() {
        List<Predicate> scanned = List.of(
                eq(path("note"), "note 1"),
                gt(path("customer"), "a"),
                text(path("customer"), Predicate.Text.Match.STARTS_WITH, "a"),
                ne(path("customer"), "ann"),
                not(eq(path("customer"), "ann")),
                eq(path("number"), 1L));
        for (Predicate predicate : scanned) {
            QueryPlan plan = plan(Consents.NONE, List.of(), Window.ALL, predicate);
            assertThatThrownBy(() -> run(plan, CallOptions.NONE)).isInstanceOf(UnsupportedQueryException.class);
            assertThat(REQUESTS.operations()).isEmpty();
            List<Row> found = run(plan(Consents.NONE.withScan(), List.of(), Window.ALL, predicate), CallOptions.NONE);
            assertThat(Texts.ofRows(found))
                    .containsExactlyInAnyOrderElementsOf(Texts.ofRows(ROWS.stream()
                            .filter(Evaluator.of(predicate)::matches)
                            .toList()));
            REQUESTS.only(ScanRequest.class);
            REQUESTS.clear();
        }
    }

    @Test
    void aScanCanBeReadInSegments() {
        CallOptions options = DynamoCall.inSegments(4).asOptions();
        List<Row> found = run(plan(Consents.NONE.withScan(), List.of(), Window.ALL), options);
        assertThat(Texts.ofRows(found)).containsExactlyInAnyOrderElementsOf(Texts.ofRows(ROWS));
        assertThat(REQUESTS.operations()).hasSize(4).containsOnly("Scan");
    }

    @Test
    void aGlobalIndexIsNotReadConsistently() {
        CallOptions options = DynamoCall.consistentRead().asOptions();
        QueryPlan global = plan(Consents.NONE, List.of(), Window.ALL, eq(path("courier"), "c1"));
        assertThatThrownBy(() -> run(global, options))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("a global index is never read consistently");
        assertThat(REQUESTS.operations()).isEmpty();
        run(plan(Consents.NONE, List.of(), Window.ALL, eq(path("customer"), "ann")), options);
        assertThat(REQUESTS.only(software.amazon.awssdk.services.dynamodb.model.QueryRequest.class)
                        .consistentRead())
                .isTrue();
    }

    @Test
    void namesAndValuesAreAlwaysPlaceholders() {
        check(eq(path("customer"), "ann"), ne(path("note"), "note 3"));
        var request = REQUESTS.only(software.amazon.awssdk.services.dynamodb.model.QueryRequest.class);
        assertThat(request.keyConditionExpression()).isEqualTo("#0 = :0");
        assertThat(request.filterExpression()).doesNotContain("note");
        assertThat(request.expressionAttributeNames()).containsValues("customer", "note");
    }

    @Test
    void anExpressionOfTheEnhancedClientIsANativeCondition() {
        Expression size = Expression.builder()
                .expression("size(#note) > :size")
                .putExpressionName("#note", "note")
                .putExpressionValue(":size", AttributeValue.fromN("6"))
                .build();
        QueryPlan plan = plan(
                Consents.NONE,
                List.of(),
                Window.ALL,
                eq(path("customer"), "ann"),
                new Predicate.Native("DynamoDB", size));
        assertThat(run(plan, CallOptions.NONE)).hasSize(2);
    }

    @Test
    void whatARunHasConsumedIsExplainedAfterwards() {
        QueryPlan plan = plan(Consents.NONE, List.of(), Window.ALL, eq(path("customer"), "ann"));
        assertThat(plan.pushDown().plan().explain()).doesNotContain("consumed");
        run(plan, CallOptions.NONE);
        assertThat(plan.pushDown().plan().explain()).contains("capacity units in 1 requests");
    }
}
