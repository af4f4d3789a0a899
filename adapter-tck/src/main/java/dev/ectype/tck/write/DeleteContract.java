package dev.ectype.tck.write;

import static dev.ectype.tck.sample.Conditions.eq;
import static dev.ectype.tck.sample.Conditions.isNull;
import static dev.ectype.tck.sample.Conditions.not;
import static dev.ectype.tck.write.Outcomes.assertStale;
import static dev.ectype.tck.write.Outcomes.assertWritten;
import static dev.ectype.tck.write.Outcomes.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Delete;
import dev.ectype.spi.WriteOutcome.Effect;
import dev.ectype.tck.harness.ContractTest;
import dev.ectype.tck.harness.Filled;
import dev.ectype.tck.harness.Table;
import dev.ectype.tck.profile.Capability;
import dev.ectype.types.stored.Row;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Removals of one row. */
public abstract class DeleteContract extends ContractTest {

    @Test
    @DisplayName("D1 a removed row is gone, from queries and from indexes, and the others stay")
    void aRemovedRowIsGone() {
        Table people = Filled.people(bench());
        List<Row> rows = people.rows();
        assertWritten(people.delete("p1"), Effect.DELETED);
        people.assertHolds(rows.subList(1, 6).toArray(new Row[0]));
        Table left = people.seenAs(rows.subList(1, 6).toArray(new Row[0]));
        assertThat(left.where(eq(people.path("age"), 30)).check()).hasSize(1);
        assertThat(left.find("p1")).isEmpty();
    }

    @Test
    @DisplayName("D2 a removal of a row that is not there, or no longer, is stale")
    void aRemovalOfNothingIsStale() {
        Table people = Filled.people(bench());
        assertStale(people.delete("p9"));
        people.assertUnchanged();
        assertWritten(people.delete("p1"), Effect.DELETED);
        assertStale(people.delete("p1"));
    }

    @Test
    @DisplayName("D3 a removal whose conditions do not hold is stale, and the row stays")
    void unmetConditionsAreStale() {
        bench().needs(Capability.WRITE_CONDITIONS);
        Table people = Filled.people(bench());
        assertStale(people.delete("p1", eq(people.path("version"), 2L)));
        assertStale(people.delete("p1", isNull(people.path("version"))));
        assertStale(people.delete("p4", eq(people.path("version"), 1L)));
        assertStale(people.delete("p4", not(eq(people.path("version"), 1L))));
        assertStale(people.delete("p1", eq(people.path("version"), 1L), eq(people.path("city"), "Oslo")));
        people.assertUnchanged();
        assertWritten(people.delete("p1", eq(people.path("version"), 1L)), Effect.DELETED);
        assertWritten(people.delete("p4", isNull(people.path("version"))), Effect.DELETED);
    }

    @Test
    @DisplayName("D4 the slots that a removal asks for are told as they were")
    void askedSlotsAreTold() {
        Table people = Filled.people(bench());
        Delete delete = new Delete(people.source(), List.of("p1"), List.of(), List.of(1, 2, 5), CallOptions.NONE);
        Row told = told(people.adapter().delete(delete));
        assertThat(told.get(1)).isEqualTo("Ann");
        assertThat(told.get(2)).isEqualTo(30);
        assertThat(told.get(5)).isEqualTo(1L);
    }

    @Test
    @DisplayName("D5 a key of several fields removes the one row that has all of it")
    void compositeKeysRemoveOneRow() {
        Table memberships = Filled.memberships(bench());
        List<Row> rows = memberships.rows();
        assertStale(memberships.delete(List.of("core", 1L)));
        assertWritten(memberships.delete(List.of("acme", 1L)), Effect.DELETED);
        memberships.assertHolds(rows.subList(1, 5).toArray(new Row[0]));
    }

    @Test
    @DisplayName("D6 a removed key and its unique values can be inserted again, and nothing of the old row is left")
    void removedKeysCanBeInsertedAgain() {
        Table people = Filled.people(bench());
        people.delete("p1");
        assertWritten(people.insert(people.row("p1", null, null, "ann@example.org")), Effect.INSERTED);
        assertThat(people.stored("p1", "city")).isNull();
        assertThat(people.stored("p1", "mail")).isEqualTo("ann@example.org");
    }
}
