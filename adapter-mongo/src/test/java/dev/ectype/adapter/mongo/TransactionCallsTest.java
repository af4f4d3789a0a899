package dev.ectype.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.ectype.adapter.mongo.sample.Things;
import dev.ectype.adapter.mongo.server.StandInReplicaSet;
import dev.ectype.query.ir.Aggregate;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Grouping;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Insert;
import dev.ectype.spi.Joining;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.spi.Source;
import dev.ectype.spi.Transactional;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.spi.WriteOutcome.Effect;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each kind of call inside a transaction: it is sent in the session, does what it does outside, and is undone with the rest. */
class TransactionCallsTest {
    private static final FieldPath NUMBER = Things.path("int32");
    private static final FieldPath TEXT = Things.path("text");

    private final StandInReplicaSet server = new StandInReplicaSet();
    private final MongoClient client = MongoClients.create(server.uri());
    private final MongoAdapter outside = MongoAdapter.over(client, "shop");
    private final Source things = Things.source("things", new Source.Index("by_text", List.of(TEXT), true));
    private Transactional.Transaction transaction;
    private MongoAdapter inside;

    @BeforeEach
    void begin() {
        outside.storage(things).create();
        outside.insert(insertion(1, "a", 1, OnConflict.raise()));
        outside.insert(insertion(2, "b", 2, OnConflict.raise()));
        transaction = outside.as(Transactional.class).orElseThrow().begin(CallOptions.NONE);
        inside = (MongoAdapter) transaction.adapter();
    }

    @AfterEach
    void undo() {
        transaction.close();
        assertThat(keys(outside, plan(outside))).as("everything is undone").containsExactly(1, 2);
        client.close();
        server.stop();
    }

    private Insert insertion(int id, String text, int number, OnConflict conflict) {
        Row row = Things.row(id, Map.of("text", text, "int32", number));
        return new Insert(things, row, conflict, List.of(), CallOptions.NONE);
    }

    private QueryRequest all(Order... order) {
        return new QueryRequest(things, List.of(), List.of(order), Window.ALL);
    }

    private NativePlan plan(MongoAdapter adapter) {
        return adapter.plan(all(Order.ascending(Things.path("id")))).plan();
    }

    private static List<Object> keys(MongoAdapter adapter, NativePlan plan) {
        List<Object> keys = new ArrayList<>();
        try (RowCursor rows = adapter.scan(plan, new ScanSpec(List.of(0), OptionalLong.empty(), CallOptions.NONE))) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                keys.add(row.get(0));
            }
        }
        return keys;
    }

    private static Effect effect(WriteOutcome outcome) {
        assertThat(outcome).isInstanceOf(WriteOutcome.Written.class);
        return ((WriteOutcome.Written) outcome).effect();
    }

    private void assertGoesOn() {
        assertThat(effect(inside.insert(insertion(9, "z", 9, OnConflict.raise()))))
                .as("the transaction goes on")
                .isEqualTo(Effect.INSERTED);
    }

    @Test
    void aRowThatIsThereIsKept() {
        OnConflict keep = new OnConflict.Keep(List.of());
        assertThat(effect(inside.insert(insertion(1, "x", 5, keep)))).isEqualTo(Effect.UNCHANGED);
        assertThat(effect(inside.insert(insertion(3, "c", 3, keep)))).isEqualTo(Effect.INSERTED);
        assertGoesOn();
    }

    @Test
    void aRowOfAKeyAloneIsKept() {
        Insert key = new Insert(
                things, Things.row(1, Map.of()), new OnConflict.Keep(List.of()), List.of(), CallOptions.NONE);
        assertThat(effect(inside.insert(key))).isEqualTo(Effect.UNCHANGED);
        assertGoesOn();
    }

    @Test
    void aRowThatIsThereIsChanged() {
        List<Assignment> assignments = List.of(Assignment.set(NUMBER, 7));
        OnConflict change = new OnConflict.Change(List.of(), assignments, List.of());
        assertThat(effect(inside.insert(insertion(1, "x", 5, change)))).isEqualTo(Effect.UPDATED);
        OnConflict byText = new OnConflict.Change(List.of(TEXT.slot()), assignments, List.of());
        assertThat(effect(inside.insert(insertion(5, "b", 5, byText)))).isEqualTo(Effect.UPDATED);
        assertThat(effect(inside.insert(insertion(3, "c", 3, change)))).isEqualTo(Effect.INSERTED);
        assertGoesOn();
    }

    @Test
    void aConditionThatDoesNotHoldLeavesTheTransactionOpen() {
        Predicate never = new Predicate.Compare(NUMBER, Comparison.GT, Things.value(100, Scalar.INT32));
        OnConflict change = new OnConflict.Change(List.of(), List.of(Assignment.set(NUMBER, 7)), List.of(never));
        assertThat(inside.insert(insertion(1, "x", 5, change))).isInstanceOf(WriteOutcome.Stale.class);
        assertGoesOn();
    }

    @Test
    void manyAreInsertedChangedAndRemoved() {
        List<Insert> inserts =
                List.of(insertion(3, "c", 3, OnConflict.raise()), insertion(4, "d", 4, OnConflict.raise()));
        assertThat(inside.insertAll(inserts)).allMatch(WriteOutcome.Written.class::isInstance);
        List<Assignment> grow = List.of(new Assignment(NUMBER, Assignment.Operation.INCREMENT, 10));
        assertThat(inside.updateAll(plan(inside), grow, CallOptions.NONE)).isEqualTo(4);
        assertThat(inside.deleteAll(plan(inside), CallOptions.NONE)).isEqualTo(4);
        assertThat(keys(inside, plan(inside))).isEmpty();
        assertThat(keys(outside, plan(outside))).containsExactly(1, 2);
    }

    @Test
    void pipelinesReadWhatTheTransactionWrote() {
        inside.insert(insertion(3, "c", 3, OnConflict.raise()));
        Order nullsLast = new Order(NUMBER, false, false);
        assertThat(keys(inside, inside.plan(all(nullsLast)).plan())).containsExactly(1, 2, 3);
        assertThat(keys(inside, counted())).containsExactly(3L);
        assertThat(keys(inside, joined())).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(server.asked("aggregate"))
                .hasSize(3)
                .allSatisfy(asked -> assertThat(asked.get("autocommit")).isEqualTo(false));
        assertThat(server.asked("getMore")).as("few rows are one reply").isEmpty();
    }

    private NativePlan counted() {
        Aggregate rows = new Aggregate(Aggregate.Function.COUNT, Optional.empty(), false, Scalar.INT64);
        Layout result = new Layout(List.of(new Layout.Slot("n", "n", Scalar.INT64)));
        Grouping grouping = new Grouping(List.of(), List.of(rows), result, List.of(), List.of(), Window.ALL);
        return inside.planGrouping(all(), grouping).plan().orElseThrow();
    }

    private NativePlan joined() {
        List<Layout.Slot> slots = new ArrayList<>(Things.LAYOUT.slots());
        slots.add(new Layout.Slot("related", "related", Scalar.ANY));
        Joining.Join join = new Joining.Join(TEXT, Things.path("text2"), all(), List.of(0));
        return inside.planJoins(all(), List.of(join), new Layout(slots)).plan().orElseThrow();
    }
}
