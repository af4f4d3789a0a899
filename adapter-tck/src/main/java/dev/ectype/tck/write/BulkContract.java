package dev.ectype.tck.write;

import static dev.ectype.tck.sample.Conditions.eq;
import static dev.ectype.tck.sample.Conditions.ge;
import static dev.ectype.tck.sample.Conditions.ne;
import static dev.ectype.tck.sample.Conditions.not;
import static dev.ectype.tck.write.Outcomes.assertViolated;
import static dev.ectype.tck.write.Outcomes.assertWritten;
import static dev.ectype.tck.write.Outcomes.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.query.ir.Predicate;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.Assignment.Operation;
import dev.ectype.spi.BulkChanging;
import dev.ectype.spi.BulkInserting;
import dev.ectype.spi.BulkReturning;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Insert;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.Violation;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.spi.WriteOutcome.Effect;
import dev.ectype.tck.harness.ContractTest;
import dev.ectype.tck.harness.Filled;
import dev.ectype.tck.harness.Table;
import dev.ectype.tck.harness.Texts;
import dev.ectype.tck.profile.Capability;
import dev.ectype.tck.sample.Sources;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Many rows at once: one outcome a row, and changes of all rows that meet a condition. */
public abstract class BulkContract extends ContractTest {
    private static final int MANY = 257;

    private BulkInserting inserting() {
        return bench().part(BulkInserting.class, Capability.BULK_INSERT);
    }

    private BulkChanging changing() {
        return bench().part(BulkChanging.class, Capability.BULK_CHANGE);
    }

    private static List<Insert> insertions(Table table, List<Row> rows) {
        return rows.stream().map(table::insertion).toList();
    }

    @Test
    @DisplayName("B1 many rows with keys of several fields are all inserted, with an outcome each")
    void manyRowsAreInserted() {
        BulkInserting bulk = inserting();
        bench().needs(Capability.COMPOSITE_KEYS);
        Table memberships = bench().table(Sources.memberships());
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            rows.add(memberships.row("org" + i % 10, (long) i / 10, "role" + i, i));
        }
        List<WriteOutcome> outcomes = bulk.insertAll(insertions(memberships, rows));
        assertThat(outcomes).hasSize(MANY);
        outcomes.forEach(outcome -> assertWritten(outcome, Effect.INSERTED));
        memberships.assertHolds(rows.toArray(new Row[0]));
        assertThat(memberships.stored(List.of("org3", 12L), "role")).isEqualTo("role123");
    }

    @Test
    @DisplayName("B2 the outcomes stand in the order of the rows, those of failed rows among them, and the others are"
            + " written")
    void outcomesStandInTheOrderOfTheRows() {
        BulkInserting bulk = inserting();
        bench().needs(Capability.UNIQUE_INDEXES);
        Table people = bench().table(Sources.people());
        Row there = people.holds("p100", "there", 1, "taken@example.org");
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            String mail = i == 7 ? "taken@example.org" : i + "@example.org";
            rows.add(people.row("p" + i, "n" + i, i, mail));
        }
        List<WriteOutcome> outcomes = bulk.insertAll(insertions(people, rows));
        for (int i = 0; i < MANY; i++) {
            if (i == 7) {
                assertViolated(outcomes.get(i), Sources.MAIL_INDEX, people.sources("mail"));
            } else if (i == 100) {
                assertViolated(outcomes.get(i), Violation.PRIMARY_KEY, people.sources("id"));
            } else {
                assertWritten(outcomes.get(i), Effect.INSERTED);
            }
        }
        rows.set(100, there);
        rows.remove(7);
        people.assertHolds(rows.toArray(new Row[0]));
    }

    @Test
    @DisplayName("B3 of two rows with one key in the same call, one is inserted and one is a violation")
    void twoRowsWithOneKey() {
        BulkInserting bulk = inserting();
        Table people = bench().table(Sources.people());
        List<Row> rows = List.of(people.row("p1", "a"), people.row("p2", "b"), people.row("p1", "c"));
        List<WriteOutcome> outcomes = bulk.insertAll(insertions(people, rows));
        assertWritten(outcomes.get(1), Effect.INSERTED);
        assertThat(outcomes.stream().filter(WriteOutcome.Violated.class::isInstance))
                .hasSize(1);
        assertThat(people.stored()).hasSize(2);
        assertThat(people.stored("p1", "name")).isEqualTo(outcomes.get(0) instanceof WriteOutcome.Written ? "a" : "c");
    }

    @Test
    @DisplayName("B4 no rows, no outcomes")
    void noRowsNoOutcomes() {
        assertThat(inserting().insertAll(List.of())).isEmpty();
    }

    @Test
    @DisplayName("B5 every row is told what it asks for, its own values and not a neighbour's")
    void everyRowIsToldItsOwn() {
        BulkInserting bulk = inserting();
        Table people = bench().table(Sources.people());
        List<Insert> inserts = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Row row = people.row("p" + i, "n" + i);
            inserts.add(new Insert(people.source(), row, OnConflict.raise(), List.of(0, 1), CallOptions.NONE));
        }
        List<WriteOutcome> outcomes = bulk.insertAll(inserts);
        for (int i = 0; i < 30; i++) {
            assertThat(told(outcomes.get(i)).get(1)).isEqualTo("n" + i);
        }
    }

    @Test
    @DisplayName("B6 rows that are there are kept or changed if the insertion says so, row by row")
    void rowsThatAreThereAreKeptOrChanged() {
        BulkInserting bulk = inserting();
        bench().needs(Capability.UPSERT_KEEP, Capability.UPSERT_CHANGE);
        Table people = Filled.people(bench());
        OnConflict change =
                new OnConflict.Change(List.of(), List.of(Assignment.set(people.path("city"), "Rome")), List.of());
        List<WriteOutcome> outcomes = bulk.insertAll(List.of(
                people.insertion(people.row("p1", "x"), new OnConflict.Keep(List.of())),
                people.insertion(people.row("p7", "y"), new OnConflict.Keep(List.of())),
                people.insertion(people.row("p2", "z"), change),
                people.insertion(people.row("p8", "w"), change)));
        assertWritten(outcomes.get(0), Effect.UNCHANGED);
        assertWritten(outcomes.get(1), Effect.INSERTED);
        assertWritten(outcomes.get(2), Effect.UPDATED);
        assertWritten(outcomes.get(3), Effect.INSERTED);
        assertThat(people.stored("p1", "name")).isEqualTo("Ann");
        assertThat(people.stored("p2", "city")).isEqualTo("Rome");
        assertThat(people.stored("p8", "city")).isNull();
    }

    private static NativePlan plan(Table table, Predicate... conjuncts) {
        PushDown answer = table.adapter().plan(table.request(conjuncts));
        Assumptions.assumeTrue(answer.isWhole(), () -> "not wholly in the store: " + answer.where());
        return answer.plan();
    }

    @Test
    @DisplayName("P9 update all changes every row of the plan and no other, and counts those that it met")
    void updateAllChangesEveryRowOfThePlan() {
        BulkChanging bulk = changing();
        Table people = Filled.people(bench());
        List<Row> rows = people.rows();
        List<Assignment> moving = List.of(Assignment.set(people.path("city"), "Rome"));
        assertThat(bulk.updateAll(plan(people, eq(people.path("name"), "Ann")), moving, CallOptions.NONE))
                .isEqualTo(2);
        Row first = rows.get(0).with(4, "Rome");
        Row fifth = rows.get(4).with(4, "Rome");
        people.assertHolds(first, rows.get(1), rows.get(2), rows.get(3), fifth, rows.get(5));
        assertThat(bulk.updateAll(plan(people, eq(people.path("name"), "Ann")), moving, CallOptions.NONE))
                .as("met, if not changed")
                .isEqualTo(2);
        assertThat(bulk.updateAll(plan(people, eq(people.path("name"), "Nobody")), moving, CallOptions.NONE))
                .isZero();
    }

    @Test
    @DisplayName("P9 delete all removes every row of the plan and no other, and counts them")
    void deleteAllRemovesEveryRowOfThePlan() {
        BulkChanging bulk = changing();
        Table people = Filled.people(bench());
        List<Row> rows = people.rows();
        NativePlan others = plan(people, ne(people.path("name"), "Ann"));
        assertThat(bulk.deleteAll(others, CallOptions.NONE)).isEqualTo(3);
        people.assertHolds(rows.get(0), rows.get(3), rows.get(4));
        assertThat(bulk.deleteAll(others, CallOptions.NONE)).isZero();
        assertThat(bulk.deleteAll(plan(people, not(ge(people.path("age"), 40))), CallOptions.NONE))
                .isEqualTo(2);
        people.assertHolds(rows.get(4));
    }

    @Test
    @DisplayName("P9 all rows without a condition, and one row by its key, are plans too")
    void allRowsAndOneRowArePlans() {
        BulkChanging bulk = changing();
        Table people = Filled.people(bench());
        Predicate key = eq(people.path("id"), "p1");
        assertThat(bulk.deleteAll(plan(people, key, eq(people.path("city"), "Oslo")), CallOptions.NONE))
                .isZero();
        assertThat(bulk.deleteAll(plan(people, key), CallOptions.NONE)).isEqualTo(1);
        assertThat(bulk.deleteAll(plan(people), CallOptions.NONE)).isEqualTo(5);
        people.assertHolds();
    }

    @Test
    @DisplayName("B7 update all makes every operation of an assignment, and removals")
    void updateAllMakesOperations() {
        BulkChanging bulk = changing();
        bench().needs(Capability.INCREMENT);
        Table people = Filled.people(bench());
        List<Assignment> changes = List.of(
                new Assignment(people.path("version"), Operation.INCREMENT, 1L),
                Assignment.set(people.path("mail"), null));
        assertThat(bulk.updateAll(plan(people, eq(people.path("age"), 25)), changes, CallOptions.NONE))
                .isEqualTo(2);
        assertThat(people.stored("p2", "version")).isEqualTo(2L);
        assertThat(people.stored("p2", "mail")).isNull();
        assertThat(people.stored("p4", "version")).isEqualTo(1L);
        assertThat(people.stored("p1", "version")).isEqualTo(1L);
    }

    @Test
    @DisplayName("B8 an update all of the very field that its condition tests meets each row once")
    void updateAllMeetsEachRowOnce() {
        BulkChanging bulk = changing();
        bench().needs(Capability.INCREMENT);
        Table people = Filled.people(bench());
        List<Assignment> older = List.of(new Assignment(people.path("age"), Operation.INCREMENT, 10));
        assertThat(bulk.updateAll(plan(people, ge(people.path("age"), 25)), older, CallOptions.NONE))
                .isEqualTo(5);
        assertThat(people.stored("p1", "age")).isEqualTo(40);
        assertThat(people.stored("p5", "age")).isEqualTo(51);
    }

    private BulkReturning telling() {
        return bench().part(BulkReturning.class, Capability.BULK_RETURNING);
    }

    @Test
    @DisplayName("B9 update all tells each row that it met as it is then, if it is claimed to tell them")
    void updateAllTellsTheRowsAsTheyAreThen() {
        BulkReturning bulk = telling();
        Table people = Filled.people(bench());
        List<Row> rows = people.rows();
        List<Assignment> moving = List.of(Assignment.set(people.path("city"), "Rome"));
        NativePlan anns = plan(people, eq(people.path("name"), "Ann"));
        assertThat(Texts.ofRows(bulk.updateAllReturning(anns, moving, people.slots(), CallOptions.NONE)))
                .containsExactlyInAnyOrderElementsOf(Texts.ofRows(
                        List.of(rows.get(0).with(4, "Rome"), rows.get(4).with(4, "Rome"))));
        people.assertHolds(
                rows.get(0).with(4, "Rome"),
                rows.get(1),
                rows.get(2),
                rows.get(3),
                rows.get(4).with(4, "Rome"),
                rows.get(5));
        NativePlan nobody = plan(people, eq(people.path("name"), "Nobody"));
        assertThat(bulk.updateAllReturning(nobody, moving, people.slots(), CallOptions.NONE))
                .isEmpty();
    }

    @Test
    @DisplayName("B9 delete all tells each row that it removed as it was, if it is claimed to tell them")
    void deleteAllTellsTheRowsAsTheyWere() {
        BulkReturning bulk = telling();
        Table people = Filled.people(bench());
        List<Row> rows = people.rows();
        NativePlan anns = plan(people, eq(people.path("name"), "Ann"));
        assertThat(Texts.ofRows(bulk.deleteAllReturning(anns, people.slots(), CallOptions.NONE)))
                .containsExactlyInAnyOrderElementsOf(Texts.ofRows(List.of(rows.get(0), rows.get(4))));
        people.assertHolds(rows.get(1), rows.get(2), rows.get(3), rows.get(5));
        assertThat(bulk.deleteAllReturning(anns, people.slots(), CallOptions.NONE))
                .isEmpty();
    }
}
