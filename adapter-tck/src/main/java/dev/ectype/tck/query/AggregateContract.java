package dev.ectype.tck.query;

import static dev.ectype.tck.sample.Conditions.eq;
import static dev.ectype.tck.sample.Conditions.ge;
import static dev.ectype.tck.sample.Conditions.gt;
import static dev.ectype.types.stored.Storage.Scalar.DECIMAL;
import static dev.ectype.types.stored.Storage.Scalar.INT32;
import static dev.ectype.types.stored.Storage.Scalar.INT64;
import static dev.ectype.types.stored.Storage.Scalar.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.query.ir.Aggregate;
import dev.ectype.query.ir.Aggregate.Function;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Grouping;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.Aggregating;
import dev.ectype.tck.harness.ContractTest;
import dev.ectype.tck.harness.Cursors;
import dev.ectype.tck.harness.Filled;
import dev.ectype.tck.harness.Laws;
import dev.ectype.tck.harness.Table;
import dev.ectype.tck.harness.Texts;
import dev.ectype.tck.profile.Capability;
import dev.ectype.tck.sample.Paths;
import dev.ectype.tck.sample.Sources;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import dev.ectype.types.stored.Storage.Scalar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Counts, sums and groups, where a store makes them: all of one or nothing of it. */
public abstract class AggregateContract extends ContractTest {
    private static final Aggregate ROWS = new Aggregate(Function.COUNT, Optional.empty(), false, INT64);

    private static Aggregate of(Function function, Operand operand, Storage storage) {
        return new Aggregate(function, Optional.of(operand), false, storage);
    }

    private static Grouping grouping(List<Operand> keys, Aggregate... aggregates) {
        List<Layout.Slot> slots = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            slots.add(Sources.slot("k" + i, keys.get(i).storage()));
        }
        for (int i = 0; i < aggregates.length; i++) {
            slots.add(Sources.slot("a" + i, aggregates[i].storage()));
        }
        return new Grouping(keys, List.of(aggregates), new Layout(slots), List.of(), List.of(), Window.ALL);
    }

    /** Returns the result rows as lists of texts, or skips the test if the store does not do this one. */
    private List<List<String>> group(Table table, Grouping grouping, Predicate... conjuncts) {
        Aggregating part = bench().part(Aggregating.class, Capability.AGGREGATION);
        Aggregating.Answer answer = part.planGrouping(table.request(conjuncts), grouping);
        assertThat(answer.plan().isPresent())
                .as("a plan is there exactly if the verdict is exact: %s", answer.verdict())
                .isEqualTo(answer.verdict().isExact());
        Assumptions.assumeTrue(answer.verdict().isExact(), () -> "refused: " + answer.verdict());
        List<Integer> slots =
                IntStream.range(0, grouping.result().size()).boxed().toList();
        return Cursors.drain(table.adapter(), answer.plan().orElseThrow(), slots, OptionalLong.empty()).rows().stream()
                .map(AggregateContract::texts)
                .toList();
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        for (Object value : row.toArray()) {
            texts.add(Texts.of(value));
        }
        return texts;
    }

    private static List<String> row(@Nullable Object... values) {
        List<String> texts = new ArrayList<>();
        for (Object value : values) {
            texts.add(Texts.of(value));
        }
        return texts;
    }

    @Test
    @DisplayName("G1 rows are counted, those of a condition, and none is zero")
    void rowsAreCounted() {
        Table people = Filled.people(bench());
        assertThat(group(people, grouping(List.of(), ROWS))).containsExactly(row(6L));
        assertThat(group(people, grouping(List.of(), ROWS), eq(people.path("name"), "Ann")))
                .containsExactly(row(2L));
        assertThat(group(people, grouping(List.of(), ROWS), eq(people.path("name"), "None")))
                .containsExactly(row(0L));
    }

    @Test
    @DisplayName("G2 counts, sums, means and extremes leave out nulls")
    void nullsAreLeftOut() {
        Table people = Filled.people(bench());
        FieldPath age = people.path("age");
        Grouping all = grouping(
                List.of(),
                of(Function.COUNT, age, INT64),
                of(Function.SUM, age, INT64),
                of(Function.AVG, age, DECIMAL),
                of(Function.MIN, age, INT32),
                of(Function.MAX, age, INT32));
        assertThat(group(people, all)).containsExactly(row(5L, 151L, new BigDecimal("30.2"), 25, 41));
    }

    @Test
    @DisplayName("G3 over no rows a count is zero and everything else null")
    void overNoRows() {
        Table people = Filled.people(bench());
        FieldPath age = people.path("age");
        Grouping all = grouping(
                List.of(),
                of(Function.COUNT, age, INT64),
                of(Function.SUM, age, INT64),
                of(Function.AVG, age, DECIMAL),
                of(Function.MIN, people.path("name"), TEXT));
        assertThat(group(people, all, gt(age, 99))).containsExactly(row(0L, null, null, null));
        Table empty = bench().table(Sources.memberships());
        assertThat(group(empty, grouping(List.of(empty.path("org")), ROWS))).isEmpty();
    }

    @Test
    @DisplayName("G4 rows are grouped by keys, and those without one form a group")
    void rowsAreGrouped() {
        Table people = Filled.people(bench());
        assertThat(group(people, grouping(List.of(people.path("name")), ROWS)))
                .containsExactlyInAnyOrder(
                        row("Ann", 2L), row("bob", 1L), row("Cleo", 1L), row(null, 1L), row("Eve", 1L));
        assertThat(group(
                        people,
                        grouping(
                                List.of(people.path("age"), people.path("city")),
                                ROWS,
                                of(Function.MAX, people.path("id"), TEXT)),
                        ge(people.path("age"), 30)))
                .containsExactlyInAnyOrder(
                        row(30, "Athens", 1L, "p1"), row(41, "Z\u00fcrich", 1L, "p5"), row(30, "athens", 1L, "p6"));
    }

    @Test
    @DisplayName("G5 values are counted once if asked, and keys alone give the distinct values")
    void distinctValues() {
        Table people = Filled.people(bench());
        Aggregate names = new Aggregate(Function.COUNT, Optional.of(people.path("name")), true, INT64);
        assertThat(group(people, grouping(List.of(), names))).containsExactly(row(4L));
        assertThat(group(people, grouping(List.of(people.path("age")))))
                .containsExactlyInAnyOrder(row(30), row(25), row((Object) null), row(41));
    }

    @Test
    @DisplayName("G6 groups are chosen, ordered and cut by their results")
    void groupsAreChosenOrderedAndCut() {
        Table people = Filled.people(bench());
        Grouping plain = grouping(List.of(people.path("age")), ROWS);
        FieldPath key = Paths.of(plain.result(), "k0");
        FieldPath count = Paths.of(plain.result(), "a0");
        Grouping several = new Grouping(
                plain.keys(),
                plain.aggregates(),
                plain.result(),
                List.of(gt(count, 1L)),
                List.of(Order.descending(key)),
                Window.ALL);
        assertThat(group(people, several)).containsExactly(row(30, 2L), row(25, 2L));
        Grouping cut = new Grouping(
                plain.keys(),
                plain.aggregates(),
                plain.result(),
                List.of(),
                List.of(Order.descending(count), Order.ascending(key)),
                Window.first(2).withOffset(1));
        assertThat(group(people, cut)).containsExactly(row(30, 2L), row(null, 1L));
    }

    @Test
    @DisplayName("G7 sums of large whole numbers are exact")
    void sumsOfWholeNumbersAreExact() {
        Table kept = bench().table(Sources.holding(INT64));
        long beyondDoubles = (1L << 53) + 1;
        kept.holds("a", beyondDoubles);
        kept.holds("b", 2L);
        kept.holds("c", -beyondDoubles - 2);
        kept.holds("d", beyondDoubles);
        assertThat(group(kept, grouping(List.of(), of(Function.SUM, kept.path("value"), INT64))))
                .containsExactly(row(beyondDoubles));
    }

    @Test
    @DisplayName("G7 sums of decimals have all of their digits")
    void sumsOfDecimalsHaveAllTheirDigits() {
        Table kept = bench().table(Sources.holding(DECIMAL));
        kept.holds("a", new BigDecimal("0.1"));
        kept.holds("b", new BigDecimal("0.100000000000000000001"));
        assertThat(group(kept, grouping(List.of(), of(Function.SUM, kept.path("value"), DECIMAL))))
                .containsExactly(row(new BigDecimal("0.200000000000000000001")));
    }

    @Test
    @DisplayName("G7 decimals are added up and grouped by value")
    void decimalsAreAddedUpByValue() {
        Table kept = bench().table(Sources.holding(Scalar.DECIMAL));
        kept.holds("a", new BigDecimal("0.1"));
        kept.holds("b", new BigDecimal("0.2"));
        kept.holds("c", new BigDecimal("0.10"));
        FieldPath value = kept.path("value");
        assertThat(group(kept, grouping(List.of(), of(Function.SUM, value, DECIMAL))))
                .containsExactly(row(new BigDecimal("0.4")));
        assertThat(group(kept, grouping(List.of(value), ROWS)))
                .as("decimals that are equal by value are one group")
                .containsExactlyInAnyOrder(row(new BigDecimal("0.1"), 2L), row(new BigDecimal("0.2"), 1L));
    }

    @Test
    @DisplayName("G8 a grouping that is refused has a reason, and none of its values is shown")
    void refusalsHaveReasons() {
        Table people = Filled.people(bench());
        Aggregating part = bench().part(Aggregating.class, Capability.AGGREGATION);
        Predicate secret = eq(people.path("name"), "swordfish");
        Predicate unknown = new Predicate.Native("no such store", "x");
        Aggregating.Answer refused = part.planGrouping(people.request(secret, unknown), grouping(List.of(), ROWS));
        assertThat(refused.plan()).isEmpty();
        assertThat(refused.verdict().isExact()).isFalse();
        Laws.hasReason(refused.verdict());
        assertThat(refused.verdict().toString()).doesNotContain("swordfish");
        Aggregating.Answer answer = part.planGrouping(people.request(secret), grouping(List.of(), ROWS));
        answer.plan().ifPresent(plan -> assertThat(plan.explain()).isNotBlank().doesNotContain("swordfish"));
    }
}
