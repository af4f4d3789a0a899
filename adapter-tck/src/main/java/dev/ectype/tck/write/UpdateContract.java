package dev.ectype.tck.write;

import static dev.ectype.tck.sample.Conditions.eq;
import static dev.ectype.tck.sample.Conditions.isNull;
import static dev.ectype.tck.sample.Conditions.lt;
import static dev.ectype.tck.sample.Conditions.ne;
import static dev.ectype.tck.sample.Conditions.not;
import static dev.ectype.tck.write.Outcomes.assertStale;
import static dev.ectype.tck.write.Outcomes.assertViolated;
import static dev.ectype.tck.write.Outcomes.assertWritten;
import static dev.ectype.tck.write.Outcomes.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.query.ir.Predicate;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Update;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.spi.WriteOutcome.Effect;
import dev.ectype.tck.harness.ContractTest;
import dev.ectype.tck.harness.Filled;
import dev.ectype.tck.harness.Table;
import dev.ectype.tck.profile.Capability;
import dev.ectype.tck.sample.Sources;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Changes of one row: what is named changes, if the row is there and meets the conditions. */
public abstract class UpdateContract extends ContractTest {

    private static Assignment set(Table table, String field, @Nullable Object value) {
        return Assignment.set(table.path(field), value);
    }

    @Test
    @DisplayName("U1 an update changes what it names, of that row, and nothing else")
    void changesWhatItNames() {
        Table people = Filled.people(bench());
        assertWritten(people.update("p1", set(people, "city", "Rome"), set(people, "age", 31)), Effect.UPDATED);
        List<Row> rows = people.rows();
        Row changed = rows.get(0).with(4, "Rome").with(2, 31);
        people.assertHolds(changed, rows.get(1), rows.get(2), rows.get(3), rows.get(4), rows.get(5));
    }

    @Test
    @DisplayName("U2 a change to null removes the value")
    void aChangeToNullRemoves() {
        Table people = Filled.people(bench());
        people.update("p1", set(people, "name", null), set(people, "age", null));
        assertThat(people.stored("p1", "name")).isNull();
        assertThat(people.stored("p1", "age")).isNull();
        assertThat(people.stored("p1", "city")).isEqualTo("Athens");
        people.update("p4", set(people, "name", null));
        assertThat(people.find("p4")).isPresent();
    }

    @Test
    @DisplayName("U3 an update of a row that is not there is stale, and makes none")
    void anUpdateOfNothingIsStale() {
        Table people = Filled.people(bench());
        assertStale(people.update("p9", set(people, "city", "Rome")));
        assertStale(people.update("P1", set(people, "city", "Rome")));
        people.assertUnchanged();
    }

    @Test
    @DisplayName("U4 an update whose conditions do not hold is stale, and changes nothing")
    void unmetConditionsAreStale() {
        bench().needs(Capability.WRITE_CONDITIONS);
        Table people = Filled.people(bench());
        for (Predicate unmet : List.of(
                eq(people.path("version"), 2L),
                ne(people.path("version"), 1L),
                isNull(people.path("version")),
                lt(people.path("version"), 1L))) {
            WriteOutcome outcome =
                    people.adapter().update(people.changeIf("p1", List.of(unmet), set(people, "age", 1)));
            assertStale(outcome);
        }
        people.assertUnchanged();
    }

    @Test
    @DisplayName("U5 a condition on a value that is not there is unknown, so the update is stale; is null holds")
    void conditionsOnNothingAreUnknown() {
        bench().needs(Capability.WRITE_CONDITIONS);
        Table people = Filled.people(bench());
        Predicate known = eq(people.path("version"), 1L);
        assertStale(people.adapter().update(people.changeIf("p4", List.of(known), set(people, "age", 1))));
        assertStale(people.adapter().update(people.changeIf("p4", List.of(not(known)), set(people, "age", 1))));
        Predicate absent = isNull(people.path("version"));
        assertWritten(
                people.adapter().update(people.changeIf("p4", List.of(absent), set(people, "version", 1L))),
                Effect.UPDATED);
        assertStale(people.adapter().update(people.changeIf("p4", List.of(absent), set(people, "version", 2L))));
        assertThat(people.stored("p4", "version")).isEqualTo(1L);
    }

    @Test
    @DisplayName("U6 a lock value that is checked and raised in one update lets one of two writers win")
    void aLockValueLetsOneWriterWin() {
        bench().needs(Capability.WRITE_CONDITIONS);
        Table people = Filled.people(bench());
        Update first = people.changeIf(
                "p1", List.of(eq(people.path("version"), 1L)), set(people, "version", 2L), set(people, "city", "Rome"));
        Update second = people.changeIf(
                "p1", List.of(eq(people.path("version"), 1L)), set(people, "version", 2L), set(people, "city", "Oslo"));
        assertWritten(people.adapter().update(first), Effect.UPDATED);
        assertStale(people.adapter().update(second));
        assertThat(people.stored("p1", "city")).isEqualTo("Rome");
    }

    @Test
    @DisplayName("U7 a row that was met counts as met, even if it looks the same afterwards")
    void meetingIsNotModifying() {
        Table people = Filled.people(bench());
        WriteOutcome outcome = people.update("p1", set(people, "city", "Athens"));
        assertThat(outcome).isInstanceOf(WriteOutcome.Written.class);
        people.assertUnchanged();
    }

    @Test
    @DisplayName("U8 an update to a taken value is a violation, and changes nothing of the row")
    void aTakenValueIsAViolation() {
        bench().needs(Capability.UNIQUE_INDEXES);
        Table people = Filled.people(bench());
        WriteOutcome outcome = people.update("p1", set(people, "city", "Rome"), set(people, "mail", "bob@example.org"));
        assertViolated(outcome, Sources.MAIL_INDEX, people.sources("mail"));
        people.assertUnchanged();
    }

    @Test
    @DisplayName("U9 a unique value is free again after an update or a delete, and a row does not clash with itself")
    void freedValuesMayBeTaken() {
        bench().needs(Capability.UNIQUE_INDEXES);
        Table people = Filled.people(bench());
        assertThat(people.update("p1", set(people, "mail", "ann@example.org")))
                .isInstanceOf(WriteOutcome.Written.class);
        assertWritten(people.update("p1", set(people, "mail", "new@example.org")), Effect.UPDATED);
        assertWritten(people.update("p2", set(people, "mail", "ann@example.org")), Effect.UPDATED);
        assertWritten(people.delete("p2"), Effect.DELETED);
        assertWritten(people.update("p5", set(people, "mail", "ann@example.org")), Effect.UPDATED);
        assertWritten(people.update("p1", set(people, "mail", null)), Effect.UPDATED);
        assertWritten(people.insert(people.row("p8", "x", 1, "new@example.org")), Effect.INSERTED);
    }

    @Test
    @DisplayName("U10 an index finds a row by its new value and no longer by the old one")
    void indexesFollowTheRow() {
        Table people = Filled.people(bench());
        Row old = people.rows().get(0);
        people.update("p1", set(people, "age", 77), set(people, "mail", "new@example.org"));
        List<Row> rows = new ArrayList<>(people.rows());
        rows.set(0, old.with(2, 77).with(3, "new@example.org"));
        Table changed = people.seenAs(rows.toArray(new Row[0]));
        assertThat(changed.where(eq(people.path("age"), 77)).check()).hasSize(1);
        assertThat(changed.where(eq(people.path("age"), 30)).check()).hasSize(1);
        assertThat(changed.where(eq(people.path("mail"), "ann@example.org")).check())
                .isEmpty();
    }

    @Test
    @DisplayName("U11 the slots that an update asks for are told as they are afterwards")
    void askedSlotsAreTold() {
        Table people = Filled.people(bench());
        Update update = new Update(
                people.source(),
                List.of("p1"),
                List.of(set(people, "age", 31), set(people, "city", null)),
                List.of(),
                List.of(1, 2, 4),
                CallOptions.NONE);
        Row told = told(people.adapter().update(update));
        assertThat(told.get(1)).isEqualTo("Ann");
        assertThat(told.get(2)).isEqualTo(31);
        assertThat(told.get(4)).isNull();
    }

    @Test
    @DisplayName("U12 a key of several fields finds the one row that has all of it")
    void compositeKeysFindOneRow() {
        Table memberships = Filled.memberships(bench());
        assertWritten(memberships.update(List.of("acme", 2L), set(memberships, "role", "boss")), Effect.UPDATED);
        assertStale(memberships.update(List.of("core", 1L), set(memberships, "role", "boss")));
        assertThat(memberships.where(eq(memberships.path("org"), "none")).check())
                .isEmpty();
        assertThat(memberships.stored(List.of("acme", 2L), "role")).isEqualTo("boss");
        assertThat(memberships.stored(List.of("core", 2L), "role")).isEqualTo("admin");
        assertThat(memberships.stored(List.of("acme", 1L), "role")).isEqualTo("admin");
    }
}
