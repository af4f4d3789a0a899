package dev.ectype.tck.query;

import static dev.ectype.tck.sample.Conditions.eq;
import static dev.ectype.tck.sample.Conditions.ge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.RowCursor.End;
import dev.ectype.spi.ScanSpec;
import dev.ectype.tck.harness.ContractTest;
import dev.ectype.tck.harness.Cursors;
import dev.ectype.tck.harness.Filled;
import dev.ectype.tck.harness.Table;
import dev.ectype.tck.harness.Texts;
import dev.ectype.tck.profile.Capability;
import dev.ectype.tck.sample.Sources;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Cursors: every end has a reason, and nothing is cut short without one. */
public abstract class CursorContract extends ContractTest {
    private static final int MANY = 1_234;

    private static NativePlan plan(Table table) {
        return table.adapter().plan(table.request()).plan();
    }

    private static RowCursor open(Table table, OptionalLong budget) {
        return table.adapter().scan(plan(table), new ScanSpec(table.slots(), budget, CallOptions.NONE));
    }

    @Test
    @DisplayName("P10 a cursor that has read everything is exhausted, and stays so")
    void everythingReadIsExhausted() {
        Table people = Filled.people(bench());
        try (RowCursor cursor = open(people, OptionalLong.empty())) {
            for (int i = 0; i < 6; i++) {
                assertThat(cursor.next()).isNotNull();
            }
            assertThat(cursor.next()).isNull();
            assertThat(cursor.end()).isEqualTo(End.EXHAUSTED);
            assertThat(cursor.next()).isNull();
            assertThat(cursor.end()).isEqualTo(End.EXHAUSTED);
        }
    }

    @Test
    @DisplayName("P10 a cursor does not tell its end before it has reached it")
    void theEndIsNotToldBefore() {
        Table people = Filled.people(bench());
        try (RowCursor cursor = open(people, OptionalLong.empty())) {
            assertThatThrownBy(cursor::end).isInstanceOf(IllegalStateException.class);
            assertThat(cursor.next()).isNotNull();
            assertThatThrownBy(cursor::end).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    @DisplayName("P10 a cursor over nothing is exhausted")
    void nothingIsExhausted() {
        Table people = bench().table(Sources.people());
        Cursors.Drained drained = Cursors.drain(people.adapter(), plan(people), people.slots(), OptionalLong.empty());
        assertThat(drained.rows()).isEmpty();
        assertThat(drained.end()).isEqualTo(End.EXHAUSTED);
    }

    @Test
    @DisplayName("P10 a full window says so, or that there is no more")
    void aFullWindowSaysSo() {
        bench().needs(Capability.LIMIT, Capability.ORDER);
        Table people = Filled.people(bench());
        for (long limit = 0; limit <= 7; limit++) {
            QueryRequest request = new QueryRequest(
                    people.source(), List.of(), List.of(Order.ascending(people.path("id"))), Window.first(limit));
            PushDown answer = people.adapter().plan(request);
            if (answer.isWhole()) {
                Cursors.Drained drained =
                        Cursors.drain(people.adapter(), answer.plan(), people.slots(), OptionalLong.empty());
                assertThat(drained.end()).isIn(End.EXHAUSTED, End.WINDOW);
                assertThat(drained.rows()).hasSize((int) Math.min(limit, 6));
            }
        }
    }

    @Test
    @DisplayName("P10 a budget is never passed, and ending for it is said")
    void aBudgetIsSaid() {
        Table people = Filled.people(bench());
        for (long budget = 0; budget < 6; budget++) {
            Cursors.Drained drained =
                    Cursors.drain(people.adapter(), plan(people), people.slots(), OptionalLong.of(budget));
            assertThat(drained.rows()).hasSize((int) budget);
            assertThat(drained.end()).isEqualTo(End.BUDGET);
        }
        Cursors.Drained all = Cursors.drain(people.adapter(), plan(people), people.slots(), OptionalLong.of(6));
        assertThat(all.rows()).hasSize(6);
        assertThat(all.end()).isIn(End.BUDGET, End.EXHAUSTED);
        Cursors.Drained more = Cursors.drain(people.adapter(), plan(people), people.slots(), OptionalLong.of(7));
        assertThat(more.rows()).hasSize(6);
        assertThat(more.end()).isEqualTo(End.EXHAUSTED);
    }

    @Test
    @DisplayName("CU1 a cursor closed half-way, or twice, harms nobody")
    void closingHalfWayHarmsNobody() {
        Table people = Filled.people(bench());
        for (int i = 0; i < 50; i++) {
            RowCursor cursor = open(people, OptionalLong.empty());
            assertThat(cursor.next()).isNotNull();
            cursor.close();
            cursor.close();
        }
        people.assertUnchanged();
    }

    @Test
    @DisplayName("CU2 several cursors of one plan do not disturb each other")
    void cursorsDoNotDisturbEachOther() {
        Table people = Filled.people(bench());
        try (RowCursor first = open(people, OptionalLong.empty());
                RowCursor second = open(people, OptionalLong.empty())) {
            for (int i = 0; i < 6; i++) {
                assertThat(first.next()).isNotNull();
                assertThat(second.next()).isNotNull();
            }
            assertThat(first.next()).isNull();
            assertThat(second.next()).isNull();
        }
    }

    @Test
    @DisplayName("CU3 more rows than a page come once each, with and without a condition that passes few")
    void manyRowsComeOnceEach() {
        Table people = bench().table(Sources.people());
        for (int i = 0; i < MANY; i++) {
            people.holds("p" + i, "n" + i % 7, i % 100 == 99 ? 1 : 2);
        }
        assertThat(new HashSet<>(Texts.ofRows(people.stored()))).hasSize(MANY);
        assertThat(people.where(eq(people.path("name"), "n3")).check()).hasSizeGreaterThan(100);
        assertThat(people.where(eq(people.path("age"), 1)).check()).hasSize(12);
        people.orderedBy(Order.descending(people.path("id")))
                .window(Window.first(300).withOffset(500))
                .check();
    }

    @Test
    @DisplayName("CU4 rows that are handed over at once are those that are read one by one, and end alike")
    void rowsAreHandedOverAsTheyAreRead() {
        Table people = Filled.people(bench());
        for (NativePlan plan : plans(people)) {
            for (long budget = 0; budget <= 7; budget++) {
                Cursors.Drained read = Cursors.drain(people.adapter(), plan, people.slots(), OptionalLong.of(budget));
                for (int first = 0; first <= read.rows().size(); first++) {
                    assertHandedOver(people, plan, OptionalLong.of(budget), first, read);
                }
            }
        }
    }

    /** Plans of several ways to the rows: all of them, those of an index, of a test and of a window in an order. */
    private List<NativePlan> plans(Table people) {
        List<QueryRequest> requests = new ArrayList<>(List.of(people.request()));
        if (bench().claims(Capability.RANGES)) {
            requests.add(people.request(ge(people.path("age"), 26)));
        }
        if (bench().claims(Capability.EQUALITY)) {
            requests.add(people.request(eq(people.path("age"), 30)));
            requests.add(people.request(eq(people.path("city"), "Athens")));
        }
        if (bench().claims(Capability.ORDER) && bench().claims(Capability.LIMIT)) {
            List<Order> byId = List.of(Order.ascending(people.path("id")));
            requests.add(new QueryRequest(people.source(), List.of(), byId, Window.first(4)));
        }
        return requests.stream()
                .map(people.adapter()::plan)
                .filter(PushDown::isWhole)
                .map(PushDown::plan)
                .toList();
    }

    private static void assertHandedOver(
            Table people, NativePlan plan, OptionalLong budget, int first, Cursors.Drained read) {
        List<Row> rows = new ArrayList<>();
        try (RowCursor cursor = people.adapter().scan(plan, new ScanSpec(people.slots(), budget, CallOptions.NONE))) {
            for (int i = 0; i < first; i++) {
                rows.add(Objects.requireNonNull(cursor.next()));
            }
            cursor.forEachLeft(rows::add);
            assertThat(cursor.next()).isNull();
            assertThat(cursor.end()).as("the end of %s", plan).isEqualTo(read.end());
        }
        assertThat(Texts.ofRows(rows))
                .as("the rows of %s", plan.explain())
                .containsExactlyElementsOf(Texts.ofRows(read.rows()));
    }
}
