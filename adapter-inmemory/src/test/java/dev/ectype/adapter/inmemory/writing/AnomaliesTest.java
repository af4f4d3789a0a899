package dev.ectype.adapter.inmemory.writing;

import static dev.ectype.adapter.inmemory.writing.Accounts.ACCOUNTS;
import static dev.ectype.query.Query.from;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.adapter.inmemory.InMemoryAdapter;
import dev.ectype.error.StoreException;
import dev.ectype.query.Query;
import dev.ectype.repo.Repo;
import dev.ectype.repo.write.Updates;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Transactional.Transaction;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What two transactions at once may do to each other, and what not: each anomaly by its name. */
class AnomaliesTest {
    private static final Query<Account> ON_CALL =
            from(ACCOUNTS).where(ACCOUNTS.active.eq(true)).allowScan();

    private final InMemoryAdapter store = InMemoryAdapter.create();
    private final Repo outside = Repo.over(store);
    private Account ann;
    private Account bob;
    private Transaction one;
    private Transaction two;

    @BeforeEach
    void begin() {
        ann = outside.insertOrThrow(Accounts.changeset(Map.of("email", "ann@x", "visits", 1, "active", true)));
        bob = outside.insertOrThrow(Accounts.changeset(Map.of("email", "bob@x", "visits", 1, "active", true)));
        one = store.begin(CallOptions.NONE);
        two = store.begin(CallOptions.NONE);
    }

    private static Repo in(Transaction transaction) {
        return Repo.over(transaction.adapter());
    }

    private static void setVisits(Repo repo, Account account, int visits) {
        repo.updateOrThrow(ACCOUNTS.change(account).put(ACCOUNTS.visits, visits));
    }

    private static void goOffCall(Repo repo, Account account) {
        repo.updateOrThrow(ACCOUNTS.change(account).put(ACCOUNTS.active, false));
    }

    private static int visits(Repo repo, Account account) {
        return repo.getOrThrow(ACCOUNTS, account.id()).visits();
    }

    private static void assertOvertaken(Transaction transaction) {
        assertThatThrownBy(transaction::commit).isInstanceOfSatisfying(StoreException.class, overtaken -> {
            assertThat(overtaken.retryable()).isTrue();
            assertThat(overtaken.outcome()).isEqualTo(StoreException.Outcome.NOT_DONE);
        });
    }

    @Test
    void dirtyReadsArePrevented() {
        setVisits(in(one), ann, 2);
        assertThat(visits(in(two), ann)).isEqualTo(1);
        assertThat(visits(outside, ann)).isEqualTo(1);
        one.rollback();
        assertThat(visits(outside, ann)).isEqualTo(1);
    }

    @Test
    void dirtyWritesArePrevented() {
        setVisits(in(one), ann, 2);
        setVisits(in(two), ann, 3);
        one.commit();
        assertOvertaken(two);
        assertThat(visits(outside, ann)).isEqualTo(2);
    }

    @Test
    void nonRepeatableReadsArePrevented() {
        assertThat(visits(in(two), ann)).isEqualTo(1);
        setVisits(in(one), ann, 2);
        one.commit();
        assertThat(visits(in(two), ann)).isEqualTo(1);
        assertThat(visits(outside, ann)).isEqualTo(2);
    }

    @Test
    void phantomsArePrevented() {
        assertThat(in(two).all(ON_CALL)).hasSize(2);
        in(one).insertOrThrow(Accounts.changeset(Map.of("email", "cid@x", "active", true)));
        one.commit();
        assertThat(in(two).all(ON_CALL)).hasSize(2);
        assertThat(outside.all(ON_CALL)).hasSize(3);
    }

    @Test
    void lostUpdatesArePrevented() {
        setVisits(in(one), ann, visits(in(one), ann) + 1);
        setVisits(in(two), ann, visits(in(two), ann) + 1);
        one.commit();
        assertOvertaken(two);
    }

    @Test
    void aLostUpdateByASingleWriteIsPrevented() {
        setVisits(in(one), ann, visits(in(one), ann) + 1);
        outside.updateAll(
                from(ACCOUNTS).where(ACCOUNTS.email.eq("ann@x")),
                Updates.of(ACCOUNTS).inc(ACCOUNTS.visits, 1));
        assertOvertaken(one);
        assertThat(visits(outside, ann)).isEqualTo(2);
    }

    @Test
    void readSkewIsPrevented() {
        assertThat(visits(in(one), ann)).isEqualTo(1);
        setVisits(in(two), ann, 5);
        setVisits(in(two), bob, 5);
        two.commit();
        assertThat(visits(in(one), bob)).isEqualTo(1);
    }

    /** Each sees that the other is on call, and goes: nobody is left. */
    @Test
    void writeSkewIsAllowed() {
        assertThat(in(one).all(ON_CALL)).hasSize(2);
        assertThat(in(two).all(ON_CALL)).hasSize(2);
        goOffCall(in(one), ann);
        goOffCall(in(two), bob);
        one.commit();
        two.commit();
        assertThat(outside.all(ON_CALL)).isEmpty();
    }

    @Test
    void writeSkewIsPreventedWhereBothWriteARecordThatTheyReliedOn() {
        for (Transaction each : List.of(one, two)) {
            // snippet:inmemory-skew
            List<Account> onCall = in(each).all(ON_CALL);
            for (Account reliedOn : onCall) {
                in(each).updateOrThrow(ACCOUNTS.change(reliedOn).force(ACCOUNTS.active, true));
            }
            // end
        }
        goOffCall(in(one), ann);
        goOffCall(in(two), bob);
        one.commit();
        assertOvertaken(two);
        assertThat(outside.all(ON_CALL)).hasSize(1);
    }
}
