package dev.ectype.tck.write;

import static dev.ectype.tck.sample.Conditions.and;
import static dev.ectype.tck.sample.Conditions.eq;
import static dev.ectype.tck.sample.Conditions.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.error.MappingException;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Predicate;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.ElementUpdate;
import dev.ectype.spi.ElementUpdating;
import dev.ectype.spi.PushDown;
import dev.ectype.tck.harness.ContractTest;
import dev.ectype.tck.harness.Filled;
import dev.ectype.tck.harness.Table;
import dev.ectype.tck.harness.Texts;
import dev.ectype.tck.profile.Capability;
import dev.ectype.tck.sample.Paths;
import dev.ectype.tck.sample.Sources;
import dev.ectype.types.stored.Row;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Updates of those elements of a list that meet a condition. */
public abstract class ElementUpdateContract extends ContractTest {
    private static final FieldPath SKU = Paths.of(Sources.line(), "sku");
    private static final FieldPath QTY = Paths.of(Sources.line(), "qty");

    private long update(Table orders, Predicate rows, Assignment... assignments) {
        ElementUpdating store = bench().part(ElementUpdating.class, Capability.ELEMENT_UPDATES);
        PushDown answer = orders.adapter().plan(orders.request(rows));
        Assumptions.assumeTrue(answer.isWhole(), () -> "not wholly in the store: " + answer.where());
        return store.updateAll(answer.plan(), List.of(assignments), CallOptions.NONE);
    }

    private static Assignment lines(Table orders, Predicate condition, Assignment... changes) {
        return new Assignment(
                orders.path("lines"),
                Assignment.Operation.UPDATE_ELEMENTS,
                new ElementUpdate(condition, List.of(changes)));
    }

    private static void assertLines(Table orders, String order, Row... lines) {
        assertThat(Texts.of(orders.stored(order, "lines"))).isEqualTo(Texts.of(List.of(lines)));
    }

    private Table orders() {
        bench().needs(Capability.ELEMENT_UPDATES);
        return Filled.orders(bench());
    }

    @Test
    @DisplayName("EU1 the elements that meet the condition are updated in every row of the plan, and no others")
    void elementsThatMeetTheConditionAreUpdated() {
        Table orders = orders();
        orders.holds("o6", null, List.of(Filled.line("a", 2, "z"), Filled.line("b", 2), Filled.line("a", 3)));
        Predicate some = in(orders.path("id"), "o1", "o3", "o6");
        assertThat(update(orders, some, lines(orders, eq(SKU, "a"), Assignment.set(QTY, 9))))
                .isEqualTo(3);
        assertLines(orders, "o1", Filled.line("a", 9), Filled.line("b", 5, "x", "y"));
        assertLines(orders, "o3", Filled.line(null, 7), Filled.line("a", 9));
        assertLines(orders, "o6", Filled.line("a", 9, "z"), Filled.line("b", 2), Filled.line("a", 9));
        assertLines(orders, "o2", Filled.line("b", 2, "y"));
        assertLines(orders, "o5", Filled.line("c", 1, "x"));
    }

    @Test
    @DisplayName("EU2 an element must meet the whole condition; where none does, the row is met and stays as it is")
    void anElementMeetsTheWholeCondition() {
        Table orders = orders();
        orders.holds("o6", null, List.of(Filled.line("a", 2), Filled.line("a", 3), Filled.line("b", 3)));
        Predicate some = in(orders.path("id"), "o5", "o6");
        Predicate both = and(eq(SKU, "a"), eq(QTY, 3));
        assertThat(update(orders, some, lines(orders, both, Assignment.set(QTY, 4))))
                .isEqualTo(2);
        assertLines(orders, "o6", Filled.line("a", 2), Filled.line("a", 4), Filled.line("b", 3));
        assertLines(orders, "o5", Filled.line("c", 1, "x"));
    }

    @Test
    @DisplayName("EU3 all changes of an element are made, and those beside the list as well")
    void allChangesAreMade() {
        Table orders = orders();
        update(
                orders,
                eq(orders.path("id"), "o1"),
                lines(orders, eq(SKU, "a"), Assignment.set(SKU, "z"), Assignment.set(QTY, 9)),
                Assignment.set(orders.path("address"), null));
        assertLines(orders, "o1", Filled.line("z", 9), Filled.line("b", 5, "x", "y"));
        assertThat(orders.stored("o1", "address")).isNull();
    }

    @Test
    @DisplayName("EU4 a row of the plan that has no list is an error, and stays as it is")
    void aRowWithoutAListIsAnError() {
        Table orders = orders();
        Predicate bare = eq(orders.path("id"), "o4");
        Assignment update = lines(orders, eq(SKU, "a"), Assignment.set(QTY, 9));
        assertThatThrownBy(() -> update(orders, bare, update, Assignment.set(orders.path("address", "city"), "Rome")))
                .isInstanceOf(MappingException.class);
        assertThat(orders.stored("o4", "lines")).isNull();
        assertThat(orders.stored("o4", "address")).isNull();
    }
}
