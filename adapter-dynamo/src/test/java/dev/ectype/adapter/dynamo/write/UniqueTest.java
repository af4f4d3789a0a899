package dev.ectype.adapter.dynamo.write;

import static dev.ectype.tck.sample.Conditions.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.adapter.dynamo.DynamoAdapter;
import dev.ectype.adapter.dynamo.request.DynamoCall;
import dev.ectype.adapter.dynamo.sample.Requests;
import dev.ectype.adapter.dynamo.server.TestServer;
import dev.ectype.error.MappingException;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Delete;
import dev.ectype.spi.Insert;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.Source;
import dev.ectype.spi.Update;
import dev.ectype.spi.Write;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Layout.Slot;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage.Scalar;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The markers that keep unique values apart, and how they are repaired. */
class UniqueTest {
    private static final Layout LAYOUT = new Layout(List.of(
            new Slot("id", "id", Scalar.INT32),
            new Slot("mail", "mail", Scalar.TEXT),
            new Slot("state", "state", Scalar.TEXT),
            new Slot("count", "count", Scalar.INT32)));
    private final Requests requests = new Requests();
    private final DynamoAdapter adapter = DynamoAdapter.over(TestServer.client(requests));
    private final Source source = new Source(
            "accounts",
            Optional.of(TestServer.newPrefix()),
            LAYOUT,
            List.of(0),
            List.of(new Source.Index("by_mail", List.of(path(1)), true, List.of(eq(path(2), "live")))),
            List.of());

    private static FieldPath path(int slot) {
        Slot field = LAYOUT.slot(slot);
        return new FieldPath(List.of(new FieldPath.Slot(field.name(), field.source(), slot)), field.storage(), false);
    }

    @BeforeEach
    void create() {
        adapter.storage(source).create();
        requests.clear();
    }

    @AfterEach
    void drop() {
        adapter.storage(source).drop();
    }

    private WriteOutcome insert(@Nullable Object... values) {
        return adapter.insert(
                new Insert(source, Row.over(LAYOUT, values), OnConflict.raise(), List.of(), CallOptions.NONE));
    }

    private WriteOutcome set(int id, int slot, @Nullable Object value) {
        return adapter.update(new Update(
                source,
                List.of(id),
                List.of(Assignment.set(path(slot), value)),
                List.of(),
                List.of(),
                CallOptions.NONE));
    }

    private List<Map<String, AttributeValue>> markers() {
        return TestServer.client()
                .scan(scan -> scan.tableName(source + ".unique"))
                .items();
    }

    @Test
    void aMarkerComesAndGoesWithTheValueItKeepsApart() {
        assertThat(insert(1, "a@x", "live", 0)).isInstanceOf(WriteOutcome.Written.class);
        assertThat(insert(2, "a@x", "live", 0)).isInstanceOf(WriteOutcome.Violated.class);
        assertThat(markers()).hasSize(1);
        set(1, 1, "b@x");
        assertThat(insert(3, "a@x", "live", 0)).isInstanceOf(WriteOutcome.Written.class);
        assertThat(set(3, 1, "b@x")).isInstanceOf(WriteOutcome.Violated.class);
        set(1, 1, null);
        assertThat(set(3, 1, "b@x")).isInstanceOf(WriteOutcome.Written.class);
        adapter.delete(new Delete(source, List.of(3), List.of(), List.of(), CallOptions.NONE));
        assertThat(markers()).isEmpty();
    }

    @Test
    void aPartialIndexKeepsApartWhatMeetsItsConditions() {
        insert(1, "a@x", "live", 0);
        assertThat(insert(2, "a@x", "closed", 0)).isInstanceOf(WriteOutcome.Written.class);
        assertThat(set(2, 2, "live")).isInstanceOf(WriteOutcome.Violated.class);
        set(1, 2, "closed");
        assertThat(markers()).isEmpty();
        assertThat(set(2, 2, "live")).isInstanceOf(WriteOutcome.Written.class);
        assertThat(markers()).hasSize(1);
    }

    @Test
    void aChangeOfOtherFieldsIsOneRequest() {
        insert(1, "a@x", "live", 0);
        requests.clear();
        set(1, 3, 5);
        assertThat(requests.operations()).containsExactly("UpdateItem");
        requests.clear();
        set(1, 1, "b@x");
        assertThat(requests.operations()).containsExactly("GetItem", "TransactWriteItems");
    }

    @Test
    void withinATransactionAnUpsertIsByThePrimaryKey() {
        insert(1, "a@x", "live", 0);
        List<Write> byMail = List.of(new Insert(
                source,
                Row.over(LAYOUT, new Object[] {2, "a@x", "live", 1}),
                new OnConflict.Keep(List.of(1)),
                List.of(),
                CallOptions.NONE));
        requests.clear();
        assertThatThrownBy(() -> adapter.writeTogether(byMail))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("within a transaction of DynamoDB an upsert is by the primary key");
        assertThat(requests.operations()).isEmpty();
        assertThat(adapter.insert((Insert) byMail.get(0))).isInstanceOf(WriteOutcome.Written.class);
        assertThat(markers()).hasSize(1);
    }

    @Test
    void markersGoWithEachOfManyRows() {
        insert(1, "a@x", "live", 0);
        insert(2, "b@x", "live", 0);
        QueryRequest all = new QueryRequest(source, List.of(), List.of(), Window.ALL);
        assertThat(adapter.deleteAll(adapter.plan(all).plan(), CallOptions.NONE))
                .isEqualTo(2);
        assertThat(markers()).isEmpty();
    }

    @Test
    void batchesThatReplaceAreRefused() {
        Insert row = new Insert(
                source,
                Row.over(LAYOUT, new Object[] {1, "a@x", "live", 0}),
                OnConflict.raise(),
                List.of(),
                DynamoCall.replacing().asOptions());
        assertThatThrownBy(() -> adapter.insertAll(List.of(row)))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("neither unique indexes nor conflicts are seen");
    }

    @Test
    void markersAreRepaired() {
        insert(1, "a@x", "live", 0);
        TestServer.client()
                .putItem(put -> put.tableName(source.toString())
                        .item(Map.of(
                                "id", AttributeValue.fromN("2"),
                                "mail", AttributeValue.fromS("b@x"),
                                "state", AttributeValue.fromS("live"))));
        TestServer.client()
                .putItem(put -> put.tableName(source + ".unique")
                        .item(Map.of(
                                "marker", AttributeValue.fromS("by_mail#left behind"),
                                "owner", AttributeValue.fromM(Map.of("id", AttributeValue.fromN("9"))))));
        assertThat(adapter.storage(source).repairMarkers(Duration.ofSeconds(20)))
                .containsExactlyInAnyOrder("removed a marker that no record has", "added a missing marker");
        assertThat(markers()).hasSize(2);
        assertThat(insert(3, "b@x", "live", 0)).isInstanceOf(WriteOutcome.Violated.class);
        assertThat(adapter.storage(source).repairMarkers(Duration.ofSeconds(20)))
                .isEmpty();
    }

    @Test
    void recordsWithTheSameValuesAreTold() {
        insert(1, "a@x", "live", 0);
        TestServer.client()
                .putItem(put -> put.tableName(source.toString())
                        .item(Map.of(
                                "id", AttributeValue.fromN("2"),
                                "mail", AttributeValue.fromS("a@x"),
                                "state", AttributeValue.fromS("live"))));
        assertThat(adapter.storage(source).repairMarkers(Duration.ofSeconds(20)))
                .contains("two records have the same values under by_mail: change one of them, and repair again");
    }
}
