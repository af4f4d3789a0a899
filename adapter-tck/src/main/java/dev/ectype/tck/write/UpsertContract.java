package dev.ectype.tck.write;

import static dev.ectype.tck.sample.Conditions.eq;
import static dev.ectype.tck.sample.Conditions.lt;
import static dev.ectype.tck.write.Outcomes.assertStale;
import static dev.ectype.tck.write.Outcomes.assertViolated;
import static dev.ectype.tck.write.Outcomes.assertWritten;
import static dev.ectype.tck.write.Outcomes.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.query.ir.Predicate;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.Assignment.Operation;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Insert;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.Violation;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.spi.WriteOutcome.Effect;
import dev.ectype.tck.harness.ContractTest;
import dev.ectype.tck.harness.Filled;
import dev.ectype.tck.harness.Table;
import dev.ectype.tck.profile.Capability;
import dev.ectype.tck.sample.Sources;
import dev.ectype.types.stored.Row;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Insertions that do something else when the row is there already. */
public abstract class UpsertContract extends ContractTest {
    private static final List<Integer> PRIMARY = List.of();
    private static final List<Integer> MAIL = List.of(3);

    private static WriteOutcome upsert(Table table, Row row, OnConflict onConflict) {
        return table.adapter().insert(table.insertion(row, onConflict));
    }

    private static OnConflict change(Table people, List<Integer> target, Predicate... conditions) {
        return new OnConflict.Change(
                target,
                List.of(
                        Assignment.set(people.path("city"), "Rome"),
                        Assignment.set(people.path("version"), 9L),
                        Assignment.set(people.path("name"), null)),
                List.of(conditions));
    }

    @Test
    @DisplayName("UP1 keep inserts a new row, and leaves one that is there as it is")
    void keepLeavesTheRowThatIsThere() {
        bench().needs(Capability.UPSERT_KEEP);
        Table people = Filled.people(bench());
        OnConflict keep = new OnConflict.Keep(PRIMARY);
        assertWritten(upsert(people, people.row("p1", "Other", 99), keep), Effect.UNCHANGED);
        people.assertUnchanged();
        assertWritten(upsert(people, people.row("p7", "New"), keep), Effect.INSERTED);
        assertThat(people.stored("p7", "name")).isEqualTo("New");
    }

    @Test
    @DisplayName("UP2 keep tells the row that is there, and not the one that was not inserted")
    void keepTellsTheRowThatIsThere() {
        bench().needs(Capability.UPSERT_KEEP);
        Table people = Filled.people(bench());
        Insert insert = new Insert(
                people.source(),
                people.row("p1", "Other"),
                new OnConflict.Keep(PRIMARY),
                List.of(1, 2),
                CallOptions.NONE);
        Row told = told(people.adapter().insert(insert));
        assertThat(told.get(1)).isEqualTo("Ann");
        assertThat(told.get(2)).isEqualTo(30);
    }

    @Test
    @DisplayName("UP3 change inserts a new row as it is, and otherwise makes the changes and no others")
    void changeMakesTheChanges() {
        bench().needs(Capability.UPSERT_CHANGE);
        Table people = Filled.people(bench());
        Row there = people.rows().get(0);
        OnConflict change = change(people, PRIMARY);
        assertWritten(upsert(people, people.row("p1", "Other", 99), change), Effect.UPDATED);
        Row changed = there.with(4, "Rome").with(5, 9L).with(1, null);
        assertThat(people.find("p1")).contains(changed);
        assertWritten(upsert(people, people.row("p7", "New", 7), change), Effect.INSERTED);
        assertThat(people.find("p7")).contains(people.row("p7", "New", 7));
    }

    @Test
    @DisplayName("UP4 change tells the row as it is afterwards, changed or inserted")
    void changeTellsTheRow() {
        bench().needs(Capability.UPSERT_CHANGE);
        Table people = Filled.people(bench());
        for (String key : List.of("p1", "p7")) {
            Insert insert = new Insert(
                    people.source(),
                    people.row(key, "Name", 99),
                    change(people, PRIMARY),
                    List.of(2, 4),
                    CallOptions.NONE);
            Row told = told(people.adapter().insert(insert));
            assertThat(told.get(2)).isEqualTo(key.equals("p1") ? 30 : 99);
            assertThat(told.get(4)).isEqualTo(key.equals("p1") ? "Rome" : null);
        }
    }

    @Test
    @DisplayName("UP5 change is stale where its conditions do not hold of the row that is there")
    void changeIsStaleUnlessItsConditionsHold() {
        bench().needs(Capability.UPSERT_CONDITIONS);
        Table people = Filled.people(bench());
        Predicate older = lt(people.path("version"), 2L);
        assertStale(upsert(people, people.row("p3", "x"), change(people, PRIMARY, older)));
        assertStale(upsert(people, people.row("p4", "x"), change(people, PRIMARY, older)));
        people.assertUnchanged();
        assertWritten(upsert(people, people.row("p1", "x"), change(people, PRIMARY, older)), Effect.UPDATED);
        assertWritten(upsert(people, people.row("p8", "x"), change(people, PRIMARY, older)), Effect.INSERTED);
        assertThat(people.stored("p8", "name")).isEqualTo("x");
    }

    @Test
    @DisplayName("UP6 the conflict can be that of a unique index; its row is kept or changed, whatever its key")
    void theConflictOfAUniqueIndex() {
        bench().needs(Capability.UPSERT_BY_INDEX, Capability.UPSERT_KEEP);
        Table people = Filled.people(bench());
        Row other = people.row("p9", "Other", 1, "ann@example.org");
        assertWritten(upsert(people, other, new OnConflict.Keep(MAIL)), Effect.UNCHANGED);
        people.assertUnchanged();
        assertWritten(upsert(people, other, change(people, MAIL)), Effect.UPDATED);
        assertThat(people.find("p9")).isEmpty();
        assertThat(people.stored("p1", "city")).isEqualTo("Rome");
        assertWritten(
                upsert(people, people.row("p8", "New", 1, "new@example.org"), change(people, MAIL)), Effect.INSERTED);
    }

    @Test
    @DisplayName("UP7 a conflict with another rule than the one that is meant is a violation")
    void anotherConflictIsAViolation() {
        bench().needs(Capability.UPSERT_KEEP, Capability.UPSERT_CHANGE, Capability.UNIQUE_INDEXES);
        Table people = Filled.people(bench());
        Row taken = people.row("p9", "Other", 1, "ann@example.org");
        assertViolated(upsert(people, taken, new OnConflict.Keep(PRIMARY)), Sources.MAIL_INDEX, people.sources("mail"));
        assertViolated(upsert(people, taken, change(people, PRIMARY)), Sources.MAIL_INDEX, people.sources("mail"));
        if (bench().claims(Capability.UPSERT_BY_INDEX)) {
            Row sameKey = people.row("p1", "Other", 1, "free@example.org");
            assertViolated(upsert(people, sameKey, change(people, MAIL)), Violation.PRIMARY_KEY, people.sources("id"));
        }
        people.assertUnchanged();
    }

    @Test
    @DisplayName("UP8 a change that breaks another unique index is a violation, and changes nothing")
    void aChangeMayBreakAnotherRule() {
        bench().needs(Capability.UPSERT_CHANGE, Capability.UNIQUE_INDEXES);
        Table people = Filled.people(bench());
        OnConflict clash = new OnConflict.Change(
                PRIMARY,
                List.of(
                        Assignment.set(people.path("city"), "Rome"),
                        Assignment.set(people.path("mail"), "bob@example.org")),
                List.of());
        assertViolated(upsert(people, people.row("p1", "x"), clash), Sources.MAIL_INDEX, people.sources("mail"));
        people.assertUnchanged();
    }

    @Test
    @DisplayName("UP9 change can count: inserted once, incremented ever after")
    void changeCanCount() {
        bench().needs(Capability.UPSERT_CHANGE, Capability.INCREMENT);
        Table people = bench().table(Sources.people());
        OnConflict count = new OnConflict.Change(
                PRIMARY, List.of(new Assignment(people.path("age"), Operation.INCREMENT, 1)), List.of());
        for (int i = 0; i < 5; i++) {
            upsert(people, people.row("p1", "counter", 1), count);
        }
        assertThat(people.stored("p1", "age")).isEqualTo(5);
    }

    @Test
    @DisplayName("UP10 keys of several fields conflict in all of their fields")
    void compositeKeysConflictInAllFields() {
        bench().needs(Capability.UPSERT_KEEP, Capability.UPSERT_CHANGE);
        Table memberships = Filled.memberships(bench());
        OnConflict change = new OnConflict.Change(
                PRIMARY,
                List.of(Assignment.set(memberships.path("role"), "boss")),
                List.of(eq(memberships.path("rank"), 3)));
        assertWritten(upsert(memberships, memberships.row("core", 1L, "new"), change), Effect.INSERTED);
        assertWritten(
                upsert(memberships, memberships.row("beta", 1L, "new"), new OnConflict.Keep(PRIMARY)),
                Effect.UNCHANGED);
        assertThat(memberships.stored(List.of("core", 1L), "role")).isEqualTo("new");
        if (bench().claims(Capability.UPSERT_CONDITIONS)) {
            assertWritten(upsert(memberships, memberships.row("acme", 1L, "new"), change), Effect.UPDATED);
            assertStale(upsert(memberships, memberships.row("acme", 2L, "new"), change));
        }
    }
}
