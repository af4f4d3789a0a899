package dev.ectype.tck.query;

import static dev.ectype.tck.sample.Conditions.ge;
import static dev.ectype.tck.sample.Conditions.gt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Window;
import dev.ectype.query.ir.Window.Keyset;
import dev.ectype.tck.harness.ContractTest;
import dev.ectype.tck.harness.Filled;
import dev.ectype.tck.harness.QueryCheck;
import dev.ectype.tck.harness.Reference;
import dev.ectype.tck.harness.Table;
import dev.ectype.tck.harness.Texts;
import dev.ectype.tck.profile.Capability;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Orders, and windows of ordered rows. */
public abstract class OrderContract extends ContractTest {

    private static Order id(Table people) {
        return Order.ascending(people.path("id"));
    }

    @Test
    @DisplayName("O1 null is the lowest: first when ascending, last when descending")
    void nullIsTheLowest() {
        Table people = Filled.people(bench());
        List<Row> up = people.orderedBy(Order.ascending(people.path("age")), id(people))
                .check();
        List<Row> down = people.orderedBy(Order.descending(people.path("age")), id(people))
                .check();
        assertThat(up.get(0).get(2)).isNull();
        assertThat(down.get(5).get(2)).isNull();
    }

    @Test
    @DisplayName("O2 nulls stand where they are asked to, in either direction")
    void nullsStandWhereAsked() {
        Table people = Filled.people(bench());
        for (String field : List.of("age", "name", "mail", "city")) {
            for (boolean descending : List.of(false, true)) {
                for (boolean nullsFirst : List.of(false, true)) {
                    people.orderedBy(new Order(people.path(field), descending, nullsFirst), id(people))
                            .check();
                }
            }
        }
    }

    @Test
    @DisplayName("O3 several keys order one after the other, each in its own direction")
    void severalKeysOrderOneAfterTheOther() {
        Table people = Filled.people(bench());
        FieldPath name = people.path("name");
        FieldPath age = people.path("age");
        people.orderedBy(Order.ascending(name), Order.descending(age)).check();
        people.orderedBy(Order.descending(name), Order.ascending(age), id(people))
                .check();
        people.where(ge(age, 25))
                .orderedBy(Order.descending(people.path("city")), Order.descending(age), id(people))
                .check();
    }

    @Test
    @DisplayName("O4 an order by the key is kept, both ways and under conditions")
    void ordersByTheKey() {
        Table people = Filled.people(bench());
        people.orderedBy(id(people)).check();
        people.orderedBy(id(people).reversed()).check();
        people.where(gt(people.path("id"), "p2"))
                .orderedBy(id(people).reversed())
                .check();
    }

    @Test
    @DisplayName("W1 a window has the rows that it asks for, none beyond the end, and none for a limit of zero")
    void windowsHaveTheirRows() {
        Table people = Filled.people(bench());
        QueryCheck ordered = people.orderedBy(Order.ascending(people.path("name")), id(people));
        for (long offset : new long[] {0, 1, 5, 6, 7, 100}) {
            for (long limit : new long[] {0, 1, 2, 6, 7, 1000}) {
                ordered.window(Window.first(limit).withOffset(offset)).check();
            }
            ordered.window(Window.ALL.withOffset(offset)).check();
        }
    }

    @Test
    @DisplayName("W2 a window without an order has as many rows, each once")
    void windowsWithoutAnOrder() {
        Table people = Filled.people(bench());
        for (long limit = 0; limit <= 7; limit++) {
            people.where(ge(people.path("age"), 25)).window(Window.first(limit)).check();
            people.where().window(Window.first(limit).withOffset(2)).check();
        }
    }

    @Test
    @DisplayName(
            "W3 going on after each page visits every row once, in order, whatever the order's nulls and directions")
    void pagesVisitEveryRowOnce() {
        bench().needs(Capability.ORDER, Capability.LIMIT, Capability.KEYSET);
        Table people = Filled.people(bench());
        FieldPath age = people.path("age");
        FieldPath name = people.path("name");
        List<List<Order>> orders = List.of(
                List.of(id(people)),
                List.of(id(people).reversed()),
                List.of(Order.ascending(age), id(people)),
                List.of(Order.descending(age), id(people)),
                List.of(Order.ascending(name), Order.descending(age), id(people)),
                List.of(Order.descending(people.path("mail")), id(people).reversed()));
        orders.forEach(order -> page(people, order));
    }

    @Test
    @DisplayName("W4 going on works where nulls stand elsewhere than usual")
    void pagesWithPlacedNulls() {
        bench().needs(Capability.NULLS_PLACED, Capability.LIMIT, Capability.KEYSET);
        Table people = Filled.people(bench());
        for (boolean descending : List.of(false, true)) {
            for (boolean nullsFirst : List.of(false, true)) {
                page(people, List.of(new Order(people.path("age"), descending, nullsFirst), id(people)));
                page(people, List.of(new Order(people.path("mail"), descending, nullsFirst), id(people)));
            }
        }
    }

    private static void page(Table people, List<Order> order) {
        QueryCheck ordered = people.orderedBy(order.toArray(new Order[0]));
        List<Row> visited = new ArrayList<>();
        List<Row> page = ordered.window(Window.first(2)).check();
        while (!page.isEmpty()) {
            visited.addAll(page);
            page = ordered.window(Window.first(2).withAfter(placeOf(page.get(page.size() - 1), order)))
                    .check();
        }
        assertThat(Texts.ofRows(visited)).isEqualTo(Texts.ofRows(Reference.answer(people.rows(), ordered.request())));
    }

    private static Keyset placeOf(Row row, List<Order> order) {
        return new Keyset(Arrays.asList(order.stream()
                .map(key -> row.get(((FieldPath) key.operand()).slot()))
                .toArray()));
    }

    @Test
    @DisplayName("W5 a place to go on from need not be a row that is still there, and takes an offset")
    void placesNeedNotBeThere() {
        Table people = Filled.people(bench());
        for (String place : List.of("", "p", "p3", "p33", "p9", "zzz")) {
            Window after = Window.first(2).withAfter(new Keyset(List.of(place)));
            people.orderedBy(id(people)).window(after).check();
            people.orderedBy(id(people)).window(after.withOffset(1)).check();
            people.orderedBy(id(people).reversed()).window(after).check();
            people.where(ge(people.path("age"), 26))
                    .orderedBy(id(people))
                    .window(after)
                    .check();
        }
    }
}
