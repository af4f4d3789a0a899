package dev.ectype.adapter.dynamo.write;

import static dev.ectype.tck.sample.Conditions.eq;
import static dev.ectype.tck.sample.Conditions.isNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.adapter.dynamo.DynamoAdapter;
import dev.ectype.adapter.dynamo.mapping.DynamoTable;
import dev.ectype.adapter.dynamo.server.TestServer;
import dev.ectype.error.MappingException;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Grouping;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Delete;
import dev.ectype.spi.Insert;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.spi.Source;
import dev.ectype.spi.Update;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Layout.Slot;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import dev.ectype.types.stored.Storage.Scalar;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What stands in the table: numbers, sets, nulls, and the time at which an item expires. */
class StoredFormTest {
    private static final Layout LAYOUT = new Layout(List.of(
            new Slot("id", "id", Scalar.TEXT),
            new Slot("amount", "amount", Scalar.DECIMAL),
            new Slot("tags", "tags", new Storage.SetOf(Scalar.TEXT)),
            new Slot("note", "note", Scalar.TEXT),
            new Slot("at", "at", Scalar.INSTANT),
            new Slot("until", "until", Scalar.INSTANT)));
    private final DynamoAdapter adapter = DynamoAdapter.connect(TestServer.server());
    private final Source source = new Source(
            "notes",
            Optional.of(TestServer.newPrefix()),
            LAYOUT,
            List.of(0),
            List.of(),
            List.of(DynamoTable.USUAL.expiringBy("until").writingNull("note")));

    private static FieldPath path(String name) {
        int slot = LAYOUT.indexOfSource(name);
        return new FieldPath(
                List.of(new FieldPath.Slot(name, name, slot)), LAYOUT.slot(slot).storage(), false);
    }

    @BeforeEach
    void create() {
        adapter.storage(source).create();
    }

    @AfterEach
    void drop() {
        adapter.storage(source).drop();
        adapter.close();
    }

    private WriteOutcome insert(@Nullable Object... values) {
        @Nullable Object[] all = new Object[LAYOUT.size()];
        System.arraycopy(values, 0, all, 0, values.length);
        return adapter.insert(
                new Insert(source, Row.over(LAYOUT, all), OnConflict.raise(), List.of(), CallOptions.NONE));
    }

    private WriteOutcome update(String id, Assignment assignment) {
        return adapter.update(
                new Update(source, List.of(id), List.of(assignment), List.of(), List.of(), CallOptions.NONE));
    }

    private Map<String, AttributeValue> item(String id) {
        return TestServer.client()
                .getItem(get -> get.tableName(source.toString()).key(Map.of("id", AttributeValue.fromS(id))))
                .item();
    }

    private List<Row> find(Predicate... conjuncts) {
        QueryRequest query = new QueryRequest(source, List.of(conjuncts), List.of(), Window.ALL);
        ScanSpec spec = new ScanSpec(List.of(0, 3), OptionalLong.empty(), CallOptions.NONE);
        List<Row> rows = new ArrayList<>();
        try (RowCursor cursor = adapter.scan(adapter.plan(query).plan(), spec)) {
            for (Row row = cursor.next(); row != null; row = cursor.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    @Test
    void valuesHaveTheFormsThatAreDocumented() {
        Instant moment = Instant.parse("2024-02-01T10:00:00Z");
        insert("a", new BigDecimal("1.50"), Set.of("x", "y"), null, moment, moment.plusSeconds(1_000_000_000));
        Map<String, AttributeValue> item = item("a");
        assertThat(item.get("amount").n()).isEqualTo("1.5");
        assertThat(item.get("tags").ss()).containsExactlyInAnyOrder("x", "y");
        assertThat(item.get("note").nul())
                .as("written as NULL, as the table says")
                .isTrue();
        assertThat(item.get("at").s()).isEqualTo("2024-02-01T10:00:00.000000Z");
        assertThat(item.get("until").n()).isEqualTo("2706781600");
    }

    @Test
    void nullIsAnAbsentAttributeUnlessTheTableSaysOtherwise() {
        insert("a");
        assertThat(item("a")).containsOnlyKeys("id", "note");
        assertThat(find(isNull(path("note")), isNull(path("amount")))).hasSize(1);
        update("a", Assignment.set(path("note"), "text"));
        update("a", Assignment.set(path("note"), null));
        assertThat(item("a").get("note").nul()).isTrue();
    }

    @Test
    void anEmptySetIsAnEmptyListAndGrowsIntoASet() {
        insert("a", null, Set.of());
        assertThat(item("a").get("tags").l()).isEmpty();
        update("a", new Assignment(path("tags"), Assignment.Operation.ADD_TO_SET, "x"));
        assertThat(item("a").get("tags").ss()).containsExactly("x");
        update("a", new Assignment(path("tags"), Assignment.Operation.PULL, "x"));
        assertThat(item("a").get("tags").hasL())
                .as("empty again, and still there")
                .isTrue();
    }

    @Test
    void numbersOfMoreThan38DigitsAreRefused() {
        insert("a", new BigDecimal("1." + "2".repeat(37)));
        assertThat(item("a").get("amount").n()).hasSize(39);
        assertThatThrownBy(() -> insert("b", new BigDecimal("1." + "2".repeat(38))))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("at most 38 digits");
        assertThatThrownBy(() -> insert("")).hasMessageContaining("never empty");
    }

    @Test
    void whatHasExpiredIsNotThere() {
        Instant past = Instant.now().minusSeconds(5);
        insert("old", null, null, "o", null, past);
        insert("new", null, null, "n", null, Instant.now().plusSeconds(600));
        insert("forever");
        assertThat(find()).hasSize(2);
        assertThat(find(eq(path("id"), "old"))).isEmpty();
        assertThat(update("old", Assignment.set(path("note"), "x"))).isInstanceOf(WriteOutcome.Stale.class);
        assertThat(adapter.delete(new Delete(source, List.of("old"), List.of(), List.of(), CallOptions.NONE)))
                .isInstanceOf(WriteOutcome.Stale.class);
        assertThat(count()).isEqualTo(2L);
        assertThat(insert("old", null, null, "again")).isInstanceOf(WriteOutcome.Written.class);
        assertThat(find(eq(path("id"), "old"))).hasSize(1);
    }

    private Object count() {
        var rows = new dev.ectype.query.ir.Aggregate(
                dev.ectype.query.ir.Aggregate.Function.COUNT, Optional.empty(), false, Scalar.INT64);
        Layout result = new Layout(List.of(new Slot("n", "n", Scalar.INT64)));
        Grouping grouping = new Grouping(List.of(), List.of(rows), result, List.of(), List.of(), Window.ALL);
        var answer = adapter.planGrouping(new QueryRequest(source, List.of(), List.of(), Window.ALL), grouping);
        ScanSpec spec = new ScanSpec(List.of(0), OptionalLong.empty(), CallOptions.NONE);
        try (RowCursor cursor = adapter.scan(answer.plan().orElseThrow(), spec)) {
            return cursor.next().get(0);
        }
    }
}
