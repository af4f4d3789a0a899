package dev.ectype.tck.write;

import static dev.ectype.tck.write.Outcomes.assertViolated;
import static dev.ectype.tck.write.Outcomes.assertWritten;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.error.MappingException;
import dev.ectype.error.StoreException;
import dev.ectype.spi.Adapter;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Transactional;
import dev.ectype.spi.Transactional.Transaction;
import dev.ectype.spi.Violation;
import dev.ectype.spi.WriteOutcome.Effect;
import dev.ectype.tck.harness.ContractTest;
import dev.ectype.tck.harness.Filled;
import dev.ectype.tck.harness.Table;
import dev.ectype.tck.profile.Capability;
import dev.ectype.types.stored.Row;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Transactions: all or nothing, seen by others at the end, and no update lost. */
public abstract class TransactionContract extends ContractTest {

    private Transaction begin() {
        return bench().part(Transactional.class, Capability.TRANSACTIONS).begin(CallOptions.NONE);
    }

    private static void move(Adapter adapter, Table people, String key, String city) {
        assertWritten(adapter.update(people.change(key, Assignment.set(people.path("city"), city))), Effect.UPDATED);
    }

    private static @Nullable Object city(Adapter seenBy, Table people) {
        return people.find(seenBy, "p1").map(row -> row.get(4)).orElse(null);
    }

    @Test
    @DisplayName("TX1 what a transaction wrote is there after its commit")
    void aCommitMakesWritesVisible() {
        Table people = Filled.people(bench());
        try (Transaction transaction = begin()) {
            move(transaction.adapter(), people, "p1", "Rome");
            assertWritten(transaction.adapter().insert(people.insertion(people.row("p7"))), Effect.INSERTED);
            assertWritten(transaction.adapter().delete(people.removal("p2")), Effect.DELETED);
            transaction.commit();
        }
        assertThat(city(people.adapter(), people)).isEqualTo("Rome");
        assertThat(people.find("p7")).isPresent();
        assertThat(people.find("p2")).isEmpty();
    }

    @Test
    @DisplayName("TX2 after a rollback nothing of a transaction is left")
    void aRollbackLeavesNothing() {
        Table people = Filled.people(bench());
        try (Transaction transaction = begin()) {
            move(transaction.adapter(), people, "p1", "Rome");
            transaction.adapter().insert(people.insertion(people.row("p7")));
            transaction.adapter().delete(people.removal("p2"));
            transaction.rollback();
        }
        people.assertUnchanged();
    }

    @Test
    @DisplayName("TX3 closing an open transaction rolls it back, and closing an ended one does nothing")
    void closingRollsBack() {
        Table people = Filled.people(bench());
        try (Transaction transaction = begin()) {
            move(transaction.adapter(), people, "p1", "Rome");
        }
        people.assertUnchanged();
        Transaction committed = begin();
        move(committed.adapter(), people, "p1", "Oslo");
        committed.commit();
        committed.close();
        assertThat(city(people.adapter(), people)).isEqualTo("Oslo");
    }

    @Test
    @DisplayName("TX4 a transaction reads its own writes, in queries and by key; others do not before its commit")
    void readsItsOwnWrites() {
        Table people = Filled.people(bench());
        try (Transaction transaction = begin()) {
            Adapter inside = transaction.adapter();
            move(inside, people, "p1", "Rome");
            inside.insert(people.insertion(people.row("p7", "New", 30)));
            inside.delete(people.removal("p2"));
            assertThat(city(inside, people)).isEqualTo("Rome");
            assertThat(people.stored(inside)).hasSize(6).noneMatch(row -> "p2".equals(row.get(0)));
            people.assertUnchanged();
            transaction.rollback();
        }
    }

    @Test
    @DisplayName("TX5 a violation inside a transaction is told at once, and an earlier write of it counts")
    void violationsAreToldInside() {
        Table people = Filled.people(bench());
        try (Transaction transaction = begin()) {
            assertWritten(transaction.adapter().insert(people.insertion(people.row("p7"))), Effect.INSERTED);
            assertViolated(
                    transaction.adapter().insert(people.insertion(people.row("p7"))),
                    Violation.PRIMARY_KEY,
                    people.sources("id"));
            transaction.rollback();
        }
        people.assertUnchanged();
    }

    @Test
    @DisplayName("TX6 of two transactions that change one row, one wins, and the other can be tried again: no update is"
            + " lost")
    void noUpdateIsLost() {
        bench().needs(Capability.INCREMENT);
        Table people = Filled.people(bench());
        Assignment increment = new Assignment(people.path("age"), Assignment.Operation.INCREMENT, 1);
        Transaction first = begin();
        Transaction second = begin();
        int done = 0;
        try {
            Optional<MappingException> readFirst = attempt(() -> {
                Row row = people.find(first.adapter(), "p1").orElseThrow();
                first.adapter().update(people.change("p1", setAge(people, row)));
                first.commit();
            });
            Optional<MappingException> readSecond = attempt(() -> {
                second.adapter().update(people.change("p1", increment));
                second.commit();
            });
            done += readFirst.isEmpty() ? 1 : 0;
            done += readSecond.isEmpty() ? 1 : 0;
            readFirst.ifPresent(failure -> assertThat(failure.retryable()).isTrue());
            readSecond.ifPresent(failure -> assertThat(failure.retryable()).isTrue());
        } finally {
            first.close();
            second.close();
        }
        assertThat(done).isGreaterThanOrEqualTo(1);
        assertThat(people.stored("p1", "age")).isEqualTo(30 + done);
    }

    private static Assignment setAge(Table people, Row row) {
        return Assignment.set(people.path("age"), (Integer) Objects.requireNonNull(row.get(2)) + 1);
    }

    private static Optional<MappingException> attempt(Runnable work) {
        try {
            work.run();
            return Optional.empty();
        } catch (StoreException conflict) {
            return Optional.of(conflict);
        }
    }

    @Test
    @DisplayName("TX7 a transaction that began before another's commit does not overwrite what it has not seen")
    void nothingUnseenIsOverwritten() {
        Table people = Filled.people(bench());
        try (Transaction late = begin()) {
            Object seen = city(late.adapter(), people);
            assertThat(seen).isEqualTo("Athens");
            Optional<MappingException> other = attempt(() -> move(people.adapter(), people, "p1", "Oslo"));
            Optional<MappingException> own = attempt(() -> {
                move(late.adapter(), people, "p1", "Rome");
                late.commit();
            });
            assertThat(other.isPresent() || own.isPresent())
                    .as("one of two writers that saw the same row must lose")
                    .isTrue();
        }
    }

    @Test
    @DisplayName("TX8 going back to a savepoint forgets what came after it, and the transaction goes on")
    void savepointsForgetWhatCameAfter() {
        bench().needs(Capability.SAVEPOINTS);
        Table people = Filled.people(bench());
        try (Transaction transaction = begin()) {
            move(transaction.adapter(), people, "p1", "Rome");
            Transactional.Savepoint savepoint = transaction.savepoint();
            move(transaction.adapter(), people, "p1", "Oslo");
            transaction.adapter().delete(people.removal("p2"));
            savepoint.rollback();
            assertThat(city(transaction.adapter(), people)).isEqualTo("Rome");
            move(transaction.adapter(), people, "p3", "Bern");
            transaction.commit();
        }
        assertThat(city(people.adapter(), people)).isEqualTo("Rome");
        assertThat(people.find("p2")).isPresent();
        assertThat(people.stored("p3", "city")).isEqualTo("Bern");
    }

    @Test
    @DisplayName("TX9 transactions that have nothing to do with each other both commit, one after the other")
    void transactionsFollowEachOther() {
        Table people = Filled.people(bench());
        for (String city : List.of("Rome", "Oslo", "Bern")) {
            try (Transaction transaction = begin()) {
                move(transaction.adapter(), people, "p1", city);
                transaction.commit();
            }
        }
        assertThat(city(people.adapter(), people)).isEqualTo("Bern");
    }

    @Test
    @DisplayName("TX10 without savepoints, asking for one is refused with the documented text")
    void savepointsAreRefusedWhereThereAreNone() {
        Optional<String> refusal = bench().profile().refusal(Capability.SAVEPOINTS);
        Assumptions.assumeTrue(refusal.isPresent());
        try (Transaction transaction = begin()) {
            assertThatThrownBy(transaction::savepoint)
                    .isInstanceOf(MappingException.class)
                    .hasMessageContaining(refusal.orElseThrow());
        }
    }
}
