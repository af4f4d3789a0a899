package dev.ectype.tck.plan;

import static dev.ectype.tck.sample.Conditions.and;
import static dev.ectype.tck.sample.Conditions.eq;
import static dev.ectype.tck.sample.Conditions.ge;
import static dev.ectype.tck.sample.Conditions.gt;
import static dev.ectype.tck.sample.Conditions.in;
import static dev.ectype.tck.sample.Conditions.isNull;
import static dev.ectype.tck.sample.Conditions.lt;
import static dev.ectype.tck.sample.Conditions.ne;
import static dev.ectype.tck.sample.Conditions.not;
import static dev.ectype.tck.sample.Conditions.or;
import static dev.ectype.tck.sample.Conditions.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.error.UnsupportedQueryException;
import dev.ectype.plan.Consents;
import dev.ectype.plan.QueryPlan;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Predicate.Text.Match;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.Verdict;
import dev.ectype.tck.harness.ContractTest;
import dev.ectype.tck.harness.Cursors;
import dev.ectype.tck.harness.Filled;
import dev.ectype.tck.harness.Laws;
import dev.ectype.tck.harness.QueryCheck;
import dev.ectype.tck.harness.Table;
import dev.ectype.tck.harness.Texts;
import dev.ectype.tck.sample.Conditions;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The laws of planning: what an adapter may say to a query, and what it must then do. */
public abstract class PlanningContract extends ContractTest {

    private static List<Predicate> conditions(Table people) {
        Operand name = people.path("name");
        Operand age = people.path("age");
        Operand doubled = Conditions.call(Operand.Function.ADD, Scalar.INT32, age, age);
        return List.of(
                eq(people.path("id"), "p1"),
                eq(name, "Ann"),
                ne(name, "Ann"),
                ge(age, 30),
                in(age, 25, 41),
                isNull(age),
                text(name, Match.LIKE, "%n_"),
                text(name, Match.STARTS_WITH, "A"),
                gt(doubled, 55),
                or(eq(name, "Ann"), lt(age, 30)),
                not(and(eq(name, "Ann"), ge(age, 40))));
    }

    @Test
    @DisplayName("P1 accepting and translating are one act: a plan runs as it was accepted, as often as it is run")
    void aPlanRunsAsItWasAccepted() {
        Table people = Filled.people(bench());
        for (Predicate condition : conditions(people)) {
            PushDown answer = people.adapter().plan(people.request(condition));
            assertThat(Texts.ofRows(rows(people, answer)))
                    .as("a second run of %s", condition)
                    .containsExactlyInAnyOrderElementsOf(Texts.ofRows(rows(people, answer)));
            people.where(condition).check();
        }
    }

    private static List<Row> rows(Table table, PushDown answer) {
        return Cursors.drain(table.adapter(), answer.plan(), table.slots(), OptionalLong.empty())
                .rows();
    }

    @Test
    @DisplayName("P2 every conjunct has its verdict, in its order, from none to many")
    void everyConjunctHasItsVerdict() {
        Table people = Filled.people(bench());
        List<Predicate> conditions = conditions(people);
        for (int size = 0; size <= conditions.size(); size++) {
            Predicate[] some = conditions.subList(0, size).toArray(new Predicate[0]);
            PushDown answer = people.adapter().plan(people.request(some));
            assertThat(answer.where()).hasSize(size);
        }
        for (int place = 0; place <= conditions.size(); place++) {
            List<Predicate> several = new ArrayList<>(conditions);
            several.add(place, new Predicate.Native("no such store", new Object()));
            PushDown answer = people.adapter().plan(people.request(several.toArray(new Predicate[0])));
            assertThat(answer.where().get(place))
                    .as("verdict on a condition of another store, at place %d of %s", place, answer.where())
                    .isInstanceOf(Verdict.Refused.class);
        }
    }

    @Test
    @DisplayName("P2 all conjuncts hold together, in whatever order, whichever of them finds the rows")
    void conjunctsHoldTogetherInAnyOrder() {
        Table people = Filled.people(bench());
        List<Predicate> conditions = conditions(people);
        for (int i = 0; i < conditions.size(); i++) {
            List<Predicate> several = new ArrayList<>(conditions.subList(i, Math.min(i + 3, conditions.size())));
            check(people, several);
            Collections.reverse(several);
            check(people, several);
        }
    }

    private static void check(Table table, List<Predicate> conjuncts) {
        table.where(conjuncts.toArray(new Predicate[0])).check();
    }

    @Test
    @DisplayName("P2 a key does not make the other conjuncts superfluous")
    void aKeyLookupStillChecksTheRest() {
        Table people = Filled.people(bench());
        Predicate key = eq(people.path("id"), "p1");
        assertThat(people.where(key, eq(people.path("city"), "Berlin")).check()).isEmpty();
        assertThat(people.where(key, isNull(people.path("name"))).check()).isEmpty();
        assertThat(people.where(eq(people.path("id"), "p4"), isNull(people.path("name")))
                        .check())
                .hasSize(1);
        assertThat(people.where(in(people.path("id"), "p1", "p2", "p3"), eq(people.path("city"), "Athens"))
                        .check())
                .hasSize(2);
        assertThat(people.where(key, eq(people.path("id"), "p2")).check()).isEmpty();
        assertThat(people.where(key, not(key)).check()).isEmpty();
    }

    @Test
    @DisplayName("P2 nor does a key of several fields, or many of them")
    void aCompositeKeyStillChecksTheRest() {
        Table memberships = Filled.memberships(bench());
        Predicate acme = eq(memberships.path("org"), "acme");
        Predicate one = eq(memberships.path("member"), 1L);
        Predicate guest = eq(memberships.path("role"), "guest");
        assertThat(memberships.where(acme, one, guest).check()).isEmpty();
        assertThat(memberships
                        .where(in(memberships.path("org"), "acme", "beta"), one, guest)
                        .check())
                .hasSize(1);
    }

    @Test
    @DisplayName("P3 a verdict may depend on the value, and every value has an answer")
    void everyValueHasAnAnswer() {
        Table people = Filled.people(bench());
        Operand name = people.path("name");
        Object[] many = IntStream.range(0, 300).mapToObj(i -> "p" + i).toArray();
        people.where(in(people.path("id"), many)).check();
        for (String pattern : List.of("", "%", "_", "%%", "\\", "\\\\", "a\\", "%\uD83D\uDE00", "\u0000")) {
            for (Match match : Match.values()) {
                people.where(text(name, match, pattern)).check();
            }
        }
        for (long huge : List.of(Integer.MAX_VALUE + 1L, Long.MAX_VALUE)) {
            people.orderedBy(Order.ascending(people.path("id")))
                    .window(Window.first(huge))
                    .check();
            people.orderedBy(Order.ascending(people.path("id")))
                    .window(Window.first(huge).withOffset(huge))
                    .check();
        }
    }

    @Test
    @DisplayName("P4 a condition is never widened below a not, where that would lose rows")
    void noRowIsLostBelowNot() {
        Table people = Filled.people(bench());
        for (Predicate condition : conditions(people)) {
            people.where(not(condition)).check();
            people.where(not(not(condition))).check();
            people.where(not(or(condition, eq(people.path("id"), "p2")))).check();
        }
    }

    @Test
    @DisplayName("P5 the window is taken last: only when every conjunct and the order are exact")
    void theWindowIsTakenLast() {
        Table people = Filled.people(bench());
        Order[] order = {Order.descending(people.path("age")), Order.ascending(people.path("id"))};
        for (Predicate condition : conditions(people)) {
            for (long limit = 0; limit < 4; limit++) {
                people.where(condition)
                        .orderedBy(order)
                        .window(Window.first(limit).withOffset(1))
                        .check();
                people.where(condition, isNull(people.path("mail")))
                        .window(Window.first(limit))
                        .check();
            }
        }
    }

    @Test
    @DisplayName("P6 the slots that are asked for are fetched, and they suffice for the rest of the plan")
    void askedSlotsAreFetched() {
        Table people = Filled.people(bench());
        for (int slot : people.slots()) {
            PushDown answer = people.adapter().plan(people.request());
            List<String> found =
                    Cursors.drain(people.adapter(), answer.plan(), List.of(slot), OptionalLong.empty()).rows().stream()
                            .map(row -> Texts.of(row.get(slot)))
                            .toList();
            List<String> expected =
                    people.rows().stream().map(row -> Texts.of(row.get(slot))).toList();
            assertThat(found).as("slot %d alone", slot).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    @DisplayName("P6 rows come in the layout of their source")
    void rowsComeInTheLayoutOfTheirSource() {
        Table people = Filled.people(bench());
        assertThat(people.stored())
                .hasSize(6)
                .allMatch(row -> row.layout() == people.source().layout());
    }

    @Test
    @DisplayName("P8 what is refused has a reason, and is refused before the store is touched")
    void refusedPartsAreRefusedBeforeTheStoreIsTouched() {
        Table people = Filled.people(bench());
        long calls = bench().adapter().calls();
        for (Predicate condition : conditions(people)) {
            QueryRequest request = new QueryRequest(
                    people.source(),
                    List.of(condition),
                    List.of(Order.ascending(people.path("name"))),
                    Window.first(2));
            PushDown answer = bench().untouched(() -> people.adapter().plan(request));
            Laws.check(request, answer);
            QueryPlan plan = QueryPlan.of(people.adapter(), request, Consents.NONE.withScan());
            if (!answer.isWhole()) {
                assertThatThrownBy(plan::requireRunnable).isInstanceOf(UnsupportedQueryException.class);
            }
        }
        assertThat(bench().adapter().calls()).isEqualTo(calls);
    }

    @Test
    @DisplayName("P8 a condition in the terms of another store is refused")
    void nativeConditionsOfAnotherStoreAreRefused() {
        Table people = Filled.people(bench());
        Predicate foreign = new Predicate.Native("no such store", new Object());
        for (Predicate condition : List.of(foreign, not(foreign), or(foreign, eq(people.path("id"), "p1")))) {
            PushDown answer = people.adapter().plan(people.request(condition));
            assertThat(answer.where()).hasSize(1).allMatch(verdict -> verdict instanceof Verdict.Refused);
            QueryPlan plan = QueryPlan.of(
                    people.adapter(),
                    people.request(condition),
                    Consents.NONE.withScan().withClientSide(100));
            assertThatThrownBy(plan::requireRunnable)
                    .isInstanceOf(UnsupportedQueryException.class)
                    .hasMessageContaining("native condition of no such store");
        }
    }

    @Test
    @DisplayName("P7 a part that is refused changes nothing in those that are accepted")
    void aRefusedPartLeavesTheOthersAlone() {
        Table people = Filled.people(bench());
        Predicate foreign = new Predicate.Native("no such store", new Object());
        for (Predicate condition : conditions(people)) {
            QueryRequest request = people.request(foreign, condition);
            PushDown answer = people.adapter().plan(request);
            Laws.check(request, answer);
            assertThat(answer.where().get(0).isExact()).isFalse();
            List<String> wanted = Texts.ofRows(
                    QueryCheck.of(people, people.request(condition)).check());
            List<Row> found = rows(people, answer);
            assertThat(Texts.ofRows(found))
                    .as("rows of %s beside a refused part", condition)
                    .containsAll(wanted);
            if (answer.where().get(1).isExact()) {
                assertThat(found).hasSameSizeAs(wanted);
            }
        }
    }
}
