package dev.ectype.adapter.dynamo.read;

import static dev.ectype.adapter.dynamo.sample.Orders.path;
import static dev.ectype.tck.sample.Conditions.eq;
import static dev.ectype.tck.sample.Conditions.ge;
import static dev.ectype.tck.sample.Conditions.in;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.adapter.dynamo.DynamoAdapter;
import dev.ectype.adapter.dynamo.mapping.DynamoIndex;
import dev.ectype.adapter.dynamo.mapping.DynamoTable;
import dev.ectype.adapter.dynamo.request.DynamoCall;
import dev.ectype.adapter.dynamo.sample.Orders;
import dev.ectype.adapter.dynamo.sample.Requests;
import dev.ectype.adapter.dynamo.server.TestServer;
import dev.ectype.query.ir.Aggregate;
import dev.ectype.query.ir.Grouping;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.spi.Source;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** Partitions and tables of more than the megabyte that the store reads for one request. */
class PagesTest {
    private static final int ROWS = 40;
    private static final String LARGE = "x".repeat(60_000);
    private static final Requests REQUESTS = new Requests();
    private static final DynamoAdapter ADAPTER = DynamoAdapter.over(TestServer.client(REQUESTS));
    private static final Source WHOLE = Orders.source(TestServer.newPrefix());
    private static final Source SOURCE = new Source(
            WHOLE.name(),
            WHOLE.prefix(),
            WHOLE.layout(),
            WHOLE.key(),
            List.of(new Source.Index("by_courier", List.of(path("courier")), false)),
            List.of(DynamoTable.USUAL.index(DynamoIndex.global("by_courier").holding("status"))));
    private static final Predicate ANN = eq(path("customer"), "ann");

    @BeforeAll
    static void fill() {
        ADAPTER.storage(SOURCE).create();
        ADAPTER.insertAll(IntStream.range(0, ROWS)
                .mapToObj(i -> Orders.insertion(
                        SOURCE, Orders.row("ann", (long) i, "s" + i % 20, null, null, "c" + i % 2, LARGE)))
                .toList());
    }

    @AfterAll
    static void drop() {
        ADAPTER.storage(SOURCE).drop();
    }

    @BeforeEach
    void forget() {
        REQUESTS.clear();
    }

    private static List<Object> numbers(Window window, CallOptions options, int wanted, Predicate... conjuncts) {
        List<Order> order = window.isAll() ? List.of() : List.of(Order.ascending(path("number")));
        ScanSpec spec = new ScanSpec(List.of(1, wanted), OptionalLong.empty(), options);
        List<Object> numbers = new ArrayList<>();
        try (RowCursor cursor = ADAPTER.scan(
                ADAPTER.plan(Orders.query(SOURCE, order, window, conjuncts)).plan(), spec)) {
            for (Row row = cursor.next(); row != null; row = cursor.next()) {
                numbers.add(row.get(1));
            }
        }
        return numbers;
    }

    private static List<Object> to(long end) {
        return LongStream.range(0, end).<Object>mapToObj(number -> number).toList();
    }

    @Test
    void aPartitionIsReadPageByPage() {
        assertThat(numbers(Window.ALL, CallOptions.NONE, 6, ANN)).isEqualTo(to(ROWS));
        assertThat(REQUESTS.operations()).containsExactly("Query", "Query", "Query");
    }

    @Test
    void aLimitCountsRowsAndNotWhatIsReadForThem() {
        assertThat(numbers(Window.first(25), CallOptions.NONE, 6, ANN, ge(path("note"), "x")))
                .isEqualTo(to(25));
        assertThat(REQUESTS.operations()).containsExactly("Query", "Query");
        REQUESTS.clear();
        assertThat(numbers(Window.first(5), CallOptions.NONE, 2, ANN)).isEqualTo(to(5));
        assertThat(REQUESTS.operations()).containsExactly("Query");
    }

    @Test
    void aScanFollowsThePagesOfEachSegment() {
        List<Object> found = numbers(Window.ALL, DynamoCall.inSegments(2).asOptions(), 6);
        assertThat(found).containsExactlyInAnyOrderElementsOf(to(ROWS));
        assertThat(REQUESTS.operations()).containsOnly("Scan").hasSizeGreaterThan(3);
    }

    @Test
    void countingFetchesNoItems() {
        assertThat(count(ANN)).isEqualTo((long) ROWS);
        assertThat(REQUESTS.all(software.amazon.awssdk.services.dynamodb.model.QueryRequest.class))
                .hasSize(3)
                .allMatch(request -> request.select() == Select.COUNT && request.projectionExpression() == null);
        REQUESTS.clear();
        assertThat(count()).isEqualTo((long) ROWS);
        assertThat(REQUESTS.all(ScanRequest.class)).hasSize(3).allMatch(request -> request.select() == Select.COUNT);
    }

    private static Object count(Predicate... conjuncts) {
        Aggregate rows = new Aggregate(Aggregate.Function.COUNT, Optional.empty(), false, Scalar.INT64);
        Layout result = new Layout(List.of(new Layout.Slot("n", "n", Scalar.INT64)));
        Grouping grouping = new Grouping(List.of(), List.of(rows), result, List.of(), List.of(), Window.ALL);
        QueryRequest query = Orders.query(SOURCE, List.of(), Window.ALL, conjuncts);
        NativePlan plan = ADAPTER.planGrouping(query, grouping).plan().orElseThrow();
        try (RowCursor cursor = ADAPTER.scan(plan, new ScanSpec(List.of(0), OptionalLong.empty(), CallOptions.NONE))) {
            return cursor.next().get(0);
        }
    }

    @Test
    void anIndexOfSomeAttributesIsCompletedOnlyForOthers() {
        Predicate courier = eq(path("courier"), "c1");
        assertThat(numbers(Window.ALL, CallOptions.NONE, 2, courier, eq(path("status"), "s1")))
                .containsExactlyInAnyOrder(1L, 21L);
        assertThat(REQUESTS.operations()).containsExactly("Query");
        REQUESTS.clear();
        assertThat(numbers(Window.ALL, CallOptions.NONE, 6, courier, eq(path("status"), "s1")))
                .containsExactlyInAnyOrder(1L, 21L);
        assertThat(REQUESTS.operations()).containsExactly("Query", "BatchGetItem");
    }

    @Test
    void aFilterTakesMoreThanAHundredAlternatives() {
        Object[] many = IntStream.range(15, 150).mapToObj(i -> "s" + i).toArray();
        assertThat(numbers(Window.ALL, CallOptions.NONE, 2, ANN, ge(path("number"), 10L), in(path("status"), many)))
                .containsExactly(15L, 16L, 17L, 18L, 19L, 35L, 36L, 37L, 38L, 39L);
        assertThat(REQUESTS.operations()).containsOnly("Query");
    }
}
