package dev.ectype.tck.write;

import static dev.ectype.tck.sample.Conditions.eq;
import static dev.ectype.tck.write.Outcomes.assertStale;
import static dev.ectype.tck.write.Outcomes.assertWritten;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.error.MappingException;
import dev.ectype.query.ir.Predicate;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.Assignment.Operation;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.spi.WriteOutcome.Effect;
import dev.ectype.tck.harness.ContractTest;
import dev.ectype.tck.harness.Filled;
import dev.ectype.tck.harness.Table;
import dev.ectype.tck.harness.Texts;
import dev.ectype.tck.profile.Capability;
import dev.ectype.tck.sample.Sources;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The operations of an update beyond setting a field, and changes inside values. */
public abstract class OperationContract extends ContractTest {

    private static Assignment change(Table table, Operation operation, Object value, Object... path) {
        return new Assignment(table.path(path), operation, value);
    }

    private static void assertBecomes(
            Table table, Object key, Assignment change, String field, @Nullable Object wanted) {
        assertWritten(table.update(key, change), Effect.UPDATED);
        assertThat(Texts.of(table.stored(key, field))).isEqualTo(Texts.of(wanted));
    }

    @Test
    @DisplayName("U20 increment adds to numbers of every kind; nothing counts as zero")
    void incrementAdds() {
        bench().needs(Capability.INCREMENT);
        incrementing(Scalar.INT32, 5, -7, -2);
        incrementing(Scalar.INT64, 5L, 1L << 40, (1L << 40) + 5);
        incrementing(Scalar.INTEGER, BigInteger.ONE, new BigInteger("9".repeat(30)), BigInteger.TEN.pow(30));
        incrementing(Scalar.FLOAT64, 0.5, 1.25, 1.75);
        incrementing(Scalar.DECIMAL, new BigDecimal("0.1"), new BigDecimal("0.2"), new BigDecimal("0.3"));
    }

    private void incrementing(Scalar kind, Object start, Object by, Object sum) {
        Table kept = bench().table(Sources.holding(kind));
        kept.holds("k", start);
        kept.holds("none");
        assertBecomes(kept, "k", change(kept, Operation.INCREMENT, by, "value"), "value", sum);
        assertBecomes(kept, "none", change(kept, Operation.INCREMENT, by, "value"), "value", by);
        assertStale(kept.update("absent", change(kept, Operation.INCREMENT, by, "value")));
    }

    @Test
    @DisplayName("U21 push adds a last element, even one that is there; no list counts as an empty one")
    void pushAddsALastElement() {
        bench().needs(Capability.LIST_CHANGES);
        Table items = Filled.items(bench());
        assertBecomes(
                items, "i1", change(items, Operation.PUSH, "red", "tags"), "tags", List.of("red", "green", "red"));
        assertBecomes(items, "i4", change(items, Operation.PUSH, "red", "tags"), "tags", List.of("red"));
        assertBecomes(items, "i4", change(items, Operation.PUSH, 7, "ratings"), "ratings", List.of(7));
    }

    @Test
    @DisplayName("U22 pull removes every equal element; no list stays none")
    void pullRemovesEveryEqualElement() {
        bench().needs(Capability.LIST_CHANGES);
        Table items = Filled.items(bench());
        assertBecomes(items, "i3", change(items, Operation.PULL, "red", "tags"), "tags", List.of("blue"));
        assertThat(items.update("i1", change(items, Operation.PULL, "none", "tags")))
                .isInstanceOf(WriteOutcome.Written.class);
        assertThat(items.stored("i1", "tags")).isEqualTo(List.of("red", "green"));
        items.update("i4", change(items, Operation.PULL, "red", "tags"));
        assertThat(items.stored("i4", "tags")).isNull();
    }

    @Test
    @DisplayName("U23 add to set adds an element unless it is there; no list counts as an empty one")
    void addToSetAddsOnce() {
        bench().needs(Capability.LIST_CHANGES);
        Table items = Filled.items(bench());
        items.update("i1", change(items, Operation.ADD_TO_SET, "red", "tags"));
        assertThat(items.stored("i1", "tags")).isEqualTo(List.of("red", "green"));
        assertBecomes(
                items,
                "i1",
                change(items, Operation.ADD_TO_SET, "blue", "tags"),
                "tags",
                List.of("red", "green", "blue"));
        assertBecomes(items, "i4", change(items, Operation.ADD_TO_SET, "red", "tags"), "tags", List.of("red"));
    }

    @Test
    @DisplayName("U24 sets take an element once, and lose it")
    void setsTakeAnElementOnce() {
        bench().needs(Capability.LIST_CHANGES, Capability.SETS);
        Table marked = Filled.marked(bench());
        assertBecomes(marked, "m2", change(marked, Operation.ADD_TO_SET, 9, "codes"), "codes", Set.of(3, 9));
        marked.update("m2", change(marked, Operation.ADD_TO_SET, 9, "codes"));
        assertBecomes(marked, "m2", change(marked, Operation.PULL, 3, "codes"), "codes", Set.of(9));
        assertBecomes(marked, "m3", change(marked, Operation.ADD_TO_SET, "z", "marks"), "marks", Set.of("z"));
    }

    @Test
    @DisplayName("U25 min and max keep the less and the greater; nothing gives way")
    void minAndMaxKeepOneOfTwo() {
        bench().needs(Capability.MIN_MAX);
        Table people = Filled.people(bench());
        assertBecomes(people, "p1", change(people, Operation.MIN, 20, "age"), "age", 20);
        people.update("p1", change(people, Operation.MIN, 25, "age"));
        assertThat(people.stored("p1", "age")).isEqualTo(20);
        assertBecomes(people, "p1", change(people, Operation.MAX, 21, "age"), "age", 21);
        people.update("p1", change(people, Operation.MAX, 3, "age"));
        assertThat(people.stored("p1", "age")).isEqualTo(21);
        assertBecomes(people, "p3", change(people, Operation.MAX, -1, "age"), "age", -1);
        assertBecomes(people, "p4", change(people, Operation.MIN, "z", "city"), "city", "z");
        Table dates = bench().table(Sources.holding(Scalar.DATE));
        dates.holds("d", LocalDate.of(2024, 1, 31));
        LocalDate later = LocalDate.of(2024, 2, 1);
        assertBecomes(dates, "d", change(dates, Operation.MAX, later, "value"), "value", later);
    }

    @Test
    @DisplayName("U26 a change inside an embedded record leaves its other values; where there is none, it makes one")
    void changesInsideRecords() {
        bench().needs(Capability.NESTED_CHANGES);
        Table orders = Filled.orders(bench());
        Row old = (Row) orders.stored("o1", "address");
        Row moved = Filled.address("Main 1", "Rome", 105, Filled.geo(38, 24));
        assertThat(old).isNotNull();
        assertBecomes(orders, "o1", Assignment.set(orders.path("address", "city"), "Rome"), "address", moved);
        Row lifted = Filled.address("Main 1", "Rome", 105, Filled.geo(99, 24));
        assertBecomes(orders, "o1", Assignment.set(orders.path("address", "geo", "lat"), 99), "address", lifted);
        Row made = Filled.address(null, "Rome", null, null);
        assertBecomes(orders, "o4", Assignment.set(orders.path("address", "city"), "Rome"), "address", made);
        Row nested = Filled.address("Main 2", "Berlin", 101, Filled.geo(1, null));
        assertBecomes(orders, "o2", Assignment.set(orders.path("address", "geo", "lat"), 1), "address", nested);
    }

    @Test
    @DisplayName("U27 several changes inside one record are made together, a removal among them")
    void severalChangesInsideARecord() {
        bench().needs(Capability.NESTED_CHANGES, Capability.INCREMENT);
        Table orders = Filled.orders(bench());
        orders.update(
                "o1",
                Assignment.set(orders.path("address", "street"), null),
                Assignment.set(orders.path("address", "city"), "Rome"),
                change(orders, Operation.INCREMENT, 5, "address", "zip"));
        Row wanted = Filled.address(null, "Rome", 110, Filled.geo(38, 24));
        assertThat(Texts.of(orders.stored("o1", "address"))).isEqualTo(Texts.of(wanted));
    }

    @Test
    @DisplayName("U28 a position of a list and a key of a map can be changed alone")
    void positionsAndKeysCanBeChanged() {
        bench().needs(Capability.NESTED_CHANGES, Capability.LIST_POSITIONS, Capability.MAP_KEYS);
        Table items = Filled.items(bench());
        assertBecomes(items, "i1", Assignment.set(items.path("tags", 1), "blue"), "tags", List.of("red", "blue"));
        Table orders = Filled.orders(bench());
        orders.update("o1", Assignment.set(orders.path("lines", 1, "qty"), 6));
        assertThat(Texts.of(orders.stored("o1", "lines")))
                .isEqualTo(Texts.of(List.of(Filled.line("a", 1), Filled.line("b", 6, "x", "y"))));
        Table scored = Filled.scored(bench());
        assertBecomes(
                scored,
                "s2",
                Assignment.set(scored.path("scores", "art.history"), 4),
                "scores",
                Map.of("maths", 3, "art.history", 4));
        assertBecomes(
                scored, "s1", Assignment.set(scored.path("scores", "maths"), null), "scores", Map.of("art.history", 2));
        assertBecomes(scored, "s4", Assignment.set(scored.path("scores", "maths"), 1), "scores", Map.of("maths", 1));
    }

    @Test
    @DisplayName("U30 a change at a position that a list does not have is an error, and the row stays as it is")
    void aChangeBeyondAListIsAnError() {
        bench().needs(Capability.NESTED_CHANGES, Capability.LIST_POSITIONS);
        Table orders = Filled.orders(bench());
        List<Row> rows = orders.rows();
        Assignment beyond = Assignment.set(orders.path("lines", 2, "qty"), 6);
        Assignment beside = Assignment.set(orders.path("address"), null);
        assertThatThrownBy(() -> orders.update("o1", beside, beyond)).isInstanceOf(MappingException.class);
        assertThatThrownBy(() -> orders.update("o4", beyond)).isInstanceOf(MappingException.class);
        assertStale(orders.update("o9", beyond));
        orders.assertHolds(rows.toArray(new Row[0]));
    }

    @Test
    @DisplayName("U29 different operations in one update are all made, or none")
    void differentOperationsTogether() {
        bench().needs(Capability.INCREMENT, Capability.WRITE_CONDITIONS);
        Table people = Filled.people(bench());
        Assignment[] changes = {
            change(people, Operation.INCREMENT, 1, "age"),
            change(people, Operation.INCREMENT, 1L, "version"),
            Assignment.set(people.path("city"), null)
        };
        List<Row> before = people.rows();
        Predicate isOther = eq(people.path("version"), 2L);
        assertStale(people.adapter().update(people.changeIf("p1", List.of(isOther), changes)));
        people.assertHolds(before.toArray(new Row[0]));
        people.update("p1", changes);
        assertThat(people.stored("p1", "age")).isEqualTo(31);
        assertThat(people.stored("p1", "version")).isEqualTo(2L);
        assertThat(people.stored("p1", "city")).isNull();
    }
}
