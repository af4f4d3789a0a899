package dev.ectype.adapter.dynamo.write;

import static dev.ectype.adapter.dynamo.sample.Orders.path;
import static dev.ectype.tck.sample.Conditions.eq;
import static dev.ectype.tck.sample.Conditions.ge;
import static dev.ectype.tck.sample.Conditions.lt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.adapter.dynamo.DynamoAdapter;
import dev.ectype.adapter.dynamo.request.DynamoCall;
import dev.ectype.adapter.dynamo.request.DynamoOptions;
import dev.ectype.adapter.dynamo.request.RequestReport;
import dev.ectype.adapter.dynamo.sample.Orders;
import dev.ectype.adapter.dynamo.sample.Requests;
import dev.ectype.adapter.dynamo.server.TestServer;
import dev.ectype.error.MappingException;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Insert;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.spi.Source;
import dev.ectype.spi.Update;
import dev.ectype.spi.Write;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which requests become of many rows, written or looked up. */
class BulkTest {
    private final Requests requests = new Requests();
    private final List<RequestReport> reports = Collections.synchronizedList(new ArrayList<>());
    private final DynamoAdapter adapter = DynamoAdapter.over(
            TestServer.client(requests),
            DynamoOptions.DEFAULTS.withConcurrency(3).withObserver(reports::add));
    private final Source source = Orders.source(TestServer.newPrefix());

    @BeforeEach
    void create() {
        adapter.storage(source).create();
        requests.clear();
    }

    @AfterEach
    void drop() {
        adapter.storage(source).drop();
    }

    private List<Insert> insertions(String customer, int count, CallOptions options) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Insert(
                        source, Orders.row(customer, (long) i, "s" + i % 2), OnConflict.raise(), List.of(), options))
                .toList();
    }

    private void fill(String customer, int count) {
        assertThat(adapter.insertAll(
                        insertions(customer, count, DynamoCall.replacing().asOptions())))
                .allMatch(WriteOutcome.Written.class::isInstance);
        requests.clear();
    }

    private NativePlan plan(Predicate... conjuncts) {
        return adapter.plan(Orders.query(source, List.of(), Window.ALL, conjuncts))
                .plan();
    }

    private long left() {
        NativePlan all = plan();
        return adapter.deleteAll(all, CallOptions.NONE);
    }

    @Test
    void rowsOfSomeKeysAreRemovedInBatchesOf25() {
        fill("ann", 60);
        fill("bob", 5);
        assertThat(adapter.deleteAll(plan(eq(path("customer"), "ann"), ge(path("number"), 2L)), CallOptions.NONE))
                .isEqualTo(58);
        assertThat(requests.operations())
                .containsExactly("Query", "BatchWriteItem", "BatchWriteItem", "BatchWriteItem");
        assertThat(adapter.deleteAll(plan(eq(path("customer"), "nobody")), CallOptions.NONE))
                .isZero();
        requests.clear();
        assertThat(left()).isEqualTo(7);
        assertThat(requests.operations()).containsExactly("Scan", "BatchWriteItem");
    }

    @Test
    void rowsThatAChangeMayTakeAwayAreRemovedUnderTheirConditions() {
        fill("ann", 4);
        assertThat(adapter.deleteAll(plan(eq(path("customer"), "ann"), eq(path("status"), "s1")), CallOptions.NONE))
                .isEqualTo(2);
        assertThat(requests.operations()).containsExactly("Query", "DeleteItem", "DeleteItem");
        assertThat(left()).isEqualTo(2);
    }

    @Test
    void rowsAreChangedEachUnderTheConditions() {
        fill("ann", 4);
        assertThat(adapter.updateAll(
                        plan(eq(path("customer"), "ann"), lt(path("number"), 3L)),
                        List.of(Assignment.set(path("note"), "seen")),
                        CallOptions.NONE))
                .isEqualTo(3);
        assertThat(requests.operations()).containsExactly("Query", "UpdateItem", "UpdateItem", "UpdateItem");
    }

    @Test
    void aTransactionOfMoreThanAHundredItemsIsRefused() {
        List<Write> many = List.copyOf(insertions("ann", 101, CallOptions.NONE));
        assertThat(adapter.maxWrites()).isEqualTo(100);
        assertThatThrownBy(() -> adapter.writeTogether(many))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("at most 100 items");
        assertThat(requests.operations()).isEmpty();
        assertThat(adapter.writeTogether(many.subList(0, 100))).hasSize(100);
        assertThat(requests.operations()).containsExactly("TransactWriteItems");
        assertThat(left()).isEqualTo(100);
    }

    @Test
    void theObserverIsToldWhatEachRequestConsumed() {
        fill("ann", 30);
        assertThat(reports).extracting(RequestReport::operation).containsExactly("BatchWriteItem", "BatchWriteItem");
        assertThat(reports).allMatch(report -> report.capacityUnits() > 0);
        reports.clear();
        adapter.deleteAll(plan(eq(path("customer"), "ann"), eq(path("status"), "s1")), CallOptions.NONE);
        RequestReport query = reports.get(0);
        assertThat(query.operation()).isEqualTo("Query");
        assertThat(query.examined()).isEqualTo(30);
        assertThat(query.returned()).isEqualTo(15);
        assertThat(reports.get(1).operation()).isEqualTo("DeleteItem");
        reports.clear();
        Assignment least = new Assignment(path("note"), Assignment.Operation.MIN, "a");
        adapter.update(new Update(source, List.of("ann", 0L), List.of(least), List.of(), List.of(), CallOptions.NONE));
        assertThat(reports).extracting(RequestReport::operation).containsExactly("GetItem", "UpdateItem");
    }

    @Test
    void whatAnIndexLacksIsLookedUpInSeveralRequestsAtOnce() {
        List<Insert> rows = IntStream.range(0, 450)
                .mapToObj(i -> new Insert(
                        source,
                        Orders.row("ann", (long) i, "open", null, null, "c", "note"),
                        OnConflict.raise(),
                        List.of(),
                        DynamoCall.replacing().asOptions()))
                .toList();
        adapter.insertAll(rows);
        requests.clear();
        ScanSpec notes = new ScanSpec(List.of(1, 6), OptionalLong.empty(), CallOptions.NONE);
        Set<Object> found = new HashSet<>();
        try (RowCursor cursor = adapter.scan(plan(eq(path("courier"), "c")), notes)) {
            for (Row row = cursor.next(); row != null; row = cursor.next()) {
                found.add(row.get(1));
            }
        }
        assertThat(found).hasSize(450);
        assertThat(requests.operations())
                .containsExactly(
                        "Query", "BatchGetItem", "BatchGetItem", "BatchGetItem", "BatchGetItem", "BatchGetItem");
        assertThat(requests.mostAtOnce()).isBetween(2, 3);
    }

    @Test
    void noMoreRequestsAreOnTheirWayThanAllowed() {
        adapter.insertAll(insertions("ann", 40, CallOptions.NONE));
        assertThat(requests.operations()).hasSize(40).containsOnly("PutItem");
        assertThat(requests.mostAtOnce()).isBetween(2, 3);
    }
}
