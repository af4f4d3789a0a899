package dev.ectype.adapter.inmemory;

import static dev.ectype.adapter.inmemory.People.AGE;
import static dev.ectype.adapter.inmemory.People.EMAIL;
import static dev.ectype.adapter.inmemory.People.PEOPLE;
import static dev.ectype.adapter.inmemory.People.compare;
import static dev.ectype.adapter.inmemory.People.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.ectype.error.MappingException;
import dev.ectype.error.StoreException;
import dev.ectype.query.ir.Comparison;
import dev.ectype.spi.Adapter;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Transactional.Savepoint;
import dev.ectype.spi.Transactional.Transaction;
import dev.ectype.spi.WriteOutcome.Violated;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransactionTest {
    private final InMemoryAdapter adapter = InMemoryAdapter.create();

    @BeforeEach
    void fill() {
        People.insert(adapter, PEOPLE, person(1, "Ann", 1, "a"));
        People.insert(adapter, PEOPLE, person(2, "Bob", 2, "b"));
    }

    private Transaction begin() {
        return adapter.begin(CallOptions.NONE);
    }

    private static Object age(Adapter adapter, int id) {
        return People.get(adapter, id).get(2);
    }

    private static void setAge(Adapter adapter, int id, int age) {
        People.update(adapter, id, Assignment.set(AGE, age));
    }

    private static void assertLoses(Transaction transaction) {
        assertThatThrownBy(transaction::commit)
                .asInstanceOf(type(StoreException.class))
                .matches(StoreException::retryable)
                .matches(e -> e.outcome() == StoreException.Outcome.NOT_DONE)
                .extracting(Throwable::getMessage)
                .asString()
                .contains("another transaction was first");
    }

    @Test
    void writesAreSeenInsideAtOnceAndOutsideAfterTheCommit() {
        Transaction transaction = begin();
        setAge(transaction.adapter(), 1, 7);
        assertThat(age(transaction.adapter(), 1)).isEqualTo(7);
        assertThat(People.rows(transaction.adapter(), PEOPLE, compare(AGE, Comparison.EQ, 7)))
                .hasSize(1);
        assertThat(age(adapter, 1)).isEqualTo(1);
        transaction.commit();
        assertThat(age(adapter, 1)).isEqualTo(7);
    }

    @Test
    void readsAreRepeatableAndWithoutPhantoms() {
        try (Transaction transaction = begin()) {
            assertThat(age(transaction.adapter(), 1)).isEqualTo(1);
            setAge(adapter, 1, 7);
            People.insert(adapter, PEOPLE, person(3, "Cid", 1, null));
            assertThat(age(transaction.adapter(), 1)).isEqualTo(1);
            assertThat(People.rows(transaction.adapter(), PEOPLE, compare(AGE, Comparison.EQ, 1)))
                    .hasSize(1);
        }
    }

    @Test
    void theFirstToCommitWins() {
        Transaction first = begin();
        Transaction second = begin();
        setAge(first.adapter(), 1, 10);
        setAge(second.adapter(), 1, 20);
        second.commit();
        assertLoses(first);
        assertThat(age(adapter, 1)).isEqualTo(20);
    }

    @Test
    void aSingleWriteIsFirstToo() {
        Transaction transaction = begin();
        setAge(transaction.adapter(), 1, 10);
        setAge(adapter, 1, 20);
        assertLoses(transaction);
    }

    @Test
    void deletionsAndInsertionsConflictLikeUpdates() {
        Transaction deleting = begin();
        Transaction inserting = begin();
        People.delete(deleting.adapter(), 1);
        People.insert(inserting.adapter(), PEOPLE, person(3, "Cid", 1, null));
        setAge(adapter, 1, 20);
        People.insert(adapter, PEOPLE, person(3, "Dan", 1, null));
        assertLoses(deleting);
        assertLoses(inserting);
    }

    @Test
    void writesOfDifferentRowsAreMerged() {
        Transaction first = begin();
        Transaction second = begin();
        setAge(first.adapter(), 1, 10);
        setAge(second.adapter(), 2, 20);
        People.insert(second.adapter(), PEOPLE, person(3, "Cid", 30, "c"));
        first.commit();
        second.commit();
        assertThat(People.rows(adapter, PEOPLE).stream().map(row -> row.get(2))).containsExactlyInAnyOrder(10, 20, 30);
        assertThat(People.ids(People.rows(adapter, PEOPLE, compare(AGE, Comparison.GE, 10))))
                .containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void aUniqueValueGoesToTheFirst() {
        Transaction first = begin();
        Transaction second = begin();
        People.insert(first.adapter(), PEOPLE, person(3, "Cid", 3, "c"));
        People.insert(second.adapter(), PEOPLE, person(4, "Dan", 4, "c"));
        first.commit();
        assertLoses(second);
        assertThat(People.rows(adapter, PEOPLE, compare(EMAIL, Comparison.EQ, "c")))
                .hasSize(1);
    }

    @Test
    void uniqueValuesMayBeExchanged() {
        Transaction transaction = begin();
        People.update(transaction.adapter(), 1, Assignment.set(EMAIL, null));
        People.update(transaction.adapter(), 2, Assignment.set(EMAIL, "a"));
        People.update(transaction.adapter(), 1, Assignment.set(EMAIL, "b"));
        People.insert(adapter, PEOPLE, person(9, "Zoe", 9, null));
        transaction.commit();
        assertThat(People.get(adapter, 1).get(3)).isEqualTo("b");
        assertThat(People.get(adapter, 2).get(3)).isEqualTo("a");
    }

    @Test
    void rulesHoldInside() {
        try (Transaction transaction = begin()) {
            assertThat(People.insert(transaction.adapter(), PEOPLE, person(3, "Cid", 3, "a")))
                    .isInstanceOf(Violated.class);
        }
    }

    @Test
    void savepointsNest() {
        Transaction transaction = begin();
        setAge(transaction.adapter(), 1, 10);
        Savepoint outer = transaction.savepoint();
        setAge(transaction.adapter(), 1, 20);
        Savepoint inner = transaction.savepoint();
        People.delete(transaction.adapter(), 2);
        inner.rollback();
        assertThat(age(transaction.adapter(), 1)).isEqualTo(20);
        assertThat(age(transaction.adapter(), 2)).isEqualTo(2);
        outer.rollback();
        assertThat(age(transaction.adapter(), 1)).isEqualTo(10);
        setAge(adapter, 2, 5);
        transaction.commit();
        assertThat(age(adapter, 1)).isEqualTo(10);
        assertThat(age(adapter, 2)).isEqualTo(5);
    }

    @Test
    void writeSkewIsAllowed() {
        Transaction first = begin();
        Transaction second = begin();
        assertThat(age(first.adapter(), 2)).isEqualTo(2);
        assertThat(age(second.adapter(), 1)).isEqualTo(1);
        setAge(first.adapter(), 1, 0);
        setAge(second.adapter(), 2, 0);
        first.commit();
        second.commit();
        assertThat(age(adapter, 1)).isEqualTo(0);
        assertThat(age(adapter, 2)).isEqualTo(0);
    }

    @Test
    void anEndedTransactionIsOfNoUse() {
        Transaction transaction = begin();
        setAge(transaction.adapter(), 1, 10);
        transaction.rollback();
        assertThat(age(adapter, 1)).isEqualTo(1);
        assertThatThrownBy(() -> age(transaction.adapter(), 1))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("has ended");
        assertThatThrownBy(transaction::commit).hasMessageContaining("has ended");
        transaction.close();
    }

    @Test
    void closingForgetsWhatWasNotCommitted() {
        try (Transaction transaction = begin()) {
            setAge(transaction.adapter(), 1, 10);
        }
        assertThat(age(adapter, 1)).isEqualTo(1);
    }
}
