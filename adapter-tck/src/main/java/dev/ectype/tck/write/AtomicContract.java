package dev.ectype.tck.write;

import static dev.ectype.tck.sample.Conditions.eq;
import static dev.ectype.tck.write.Outcomes.assertStale;
import static dev.ectype.tck.write.Outcomes.assertViolated;
import static dev.ectype.tck.write.Outcomes.assertWritten;
import static dev.ectype.tck.write.Outcomes.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.spi.Assignment;
import dev.ectype.spi.AtomicWriting;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Insert;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.Violation;
import dev.ectype.spi.Write;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.spi.WriteOutcome.Effect;
import dev.ectype.tck.harness.ContractTest;
import dev.ectype.tck.harness.Filled;
import dev.ectype.tck.harness.Table;
import dev.ectype.tck.profile.Capability;
import dev.ectype.tck.sample.Sources;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Several writes, known beforehand: all of them or none. */
public abstract class AtomicContract extends ContractTest {

    private AtomicWriting atomic() {
        return bench().part(AtomicWriting.class, Capability.ATOMIC_WRITES);
    }

    private static Assignment city(Table people) {
        return Assignment.set(people.path("city"), "Rome");
    }

    @Test
    @DisplayName("AW1 several writes of several sources take place, with an outcome each, in their order")
    void severalWritesTakePlace() {
        AtomicWriting atomic = atomic();
        bench().needs(Capability.COMPOSITE_KEYS);
        Table people = Filled.people(bench());
        Table memberships = bench().table(Sources.memberships());
        List<WriteOutcome> outcomes = atomic.writeTogether(List.of(
                people.insertion(people.row("p7", "New")),
                people.change("p1", city(people)),
                memberships.insertion(memberships.row("acme", 1L)),
                people.removal("p2")));
        assertThat(outcomes).hasSize(4);
        assertWritten(outcomes.get(0), Effect.INSERTED);
        assertWritten(outcomes.get(1), Effect.UPDATED);
        assertWritten(outcomes.get(2), Effect.INSERTED);
        assertWritten(outcomes.get(3), Effect.DELETED);
        assertThat(people.find("p7")).isPresent();
        assertThat(people.stored("p1", "city")).isEqualTo("Rome");
        assertThat(people.find("p2")).isEmpty();
        assertThat(memberships.stored()).hasSize(1);
    }

    private void assertNothingHappens(Table people, int culprit, List<Write> writes) {
        List<WriteOutcome> outcomes = atomic().writeTogether(writes);
        assertThat(outcomes).hasSameSizeAs(writes);
        for (int i = 0; i < writes.size(); i++) {
            if (i == culprit) {
                assertThat(outcomes.get(i)).isNotInstanceOf(WriteOutcome.Written.class);
            } else {
                assertWritten(outcomes.get(i), Effect.UNCHANGED);
            }
        }
        people.assertUnchanged();
    }

    @Test
    @DisplayName("AW2 a violation by one write undoes all, and is told at its place")
    void aViolationUndoesAll() {
        AtomicWriting atomic = atomic();
        Table people = Filled.people(bench());
        Insert clash = people.insertion(people.row("p2", "Other"));
        for (int place = 0; place < 3; place++) {
            List<Write> writes = new ArrayList<>(
                    List.of(people.insertion(people.row("p7", "New")), people.change("p1", city(people))));
            writes.add(place, clash);
            assertNothingHappens(people, place, writes);
            assertViolated(atomic.writeTogether(writes).get(place), Violation.PRIMARY_KEY, people.sources("id"));
        }
    }

    @Test
    @DisplayName("AW3 a stale write undoes all, and is told at its place")
    void aStaleWriteUndoesAll() {
        AtomicWriting atomic = atomic();
        bench().needs(Capability.WRITE_CONDITIONS);
        Table people = Filled.people(bench());
        List<Write> writes = List.of(
                people.insertion(people.row("p7", "New")),
                people.changeIf("p1", List.of(eq(people.path("version"), 5L)), city(people)),
                people.removal("p2"));
        assertNothingHappens(people, 1, writes);
        assertStale(atomic.writeTogether(writes).get(1));
        assertNothingHappens(people, 1, List.of(people.removal("p1"), people.removal("p9")));
    }

    @Test
    @DisplayName("AW4 two writes that clash with each other undo all")
    void writesThatClashWithEachOther() {
        AtomicWriting atomic = atomic();
        Table people = Filled.people(bench());
        List<WriteOutcome> outcomes = atomic.writeTogether(
                List.of(people.insertion(people.row("p7", "a")), people.insertion(people.row("p7", "b"))));
        assertThat(outcomes).hasSize(2).anyMatch(outcome -> !(outcome instanceof WriteOutcome.Written));
        people.assertUnchanged();
    }

    @Test
    @DisplayName("AW5 a violation of a unique index undoes all")
    void aUniqueIndexUndoesAll() {
        AtomicWriting atomic = atomic();
        bench().needs(Capability.UNIQUE_INDEXES);
        Table people = Filled.people(bench());
        List<Write> writes = List.of(
                people.change("p1", city(people)), people.insertion(people.row("p7", "New", 1, "bob@example.org")));
        assertNothingHappens(people, 1, writes);
        assertViolated(atomic.writeTogether(writes).get(1), Sources.MAIL_INDEX, people.sources("mail"));
    }

    @Test
    @DisplayName("AW6 a call takes as many writes as it says, and tells what they ask for")
    void takesAsManyWritesAsItSays() {
        AtomicWriting atomic = atomic();
        assertThat(atomic.maxWrites()).isGreaterThan(1);
        Table people = bench().table(Sources.people());
        int size = Math.min(atomic.maxWrites(), 100);
        List<Write> writes = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            writes.add(new Insert(
                    people.source(), people.row("p" + i, "n" + i), OnConflict.raise(), List.of(1), CallOptions.NONE));
        }
        List<WriteOutcome> outcomes = atomic.writeTogether(writes);
        for (int i = 0; i < size; i++) {
            assertThat(told(outcomes.get(i)).get(1)).isEqualTo("n" + i);
        }
        assertThat(people.stored()).hasSize(size);
        assertThat(atomic.writeTogether(List.of())).isEmpty();
    }
}
