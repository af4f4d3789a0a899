package dev.ectype.adapter.inmemory.writing;

import static dev.ectype.adapter.inmemory.writing.Accounts.ACCOUNTS;
import static dev.ectype.query.Query.from;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.adapter.inmemory.InMemoryAdapter;
import dev.ectype.error.ConstraintException;
import dev.ectype.error.MappingException;
import dev.ectype.error.UnsupportedQueryException;
import dev.ectype.query.Query;
import dev.ectype.query.condition.Conditions;
import dev.ectype.repo.Repo;
import dev.ectype.repo.write.Updates;
import dev.ectype.schema.Column;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BulkChangesTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Query<Account> SOME = from(ACCOUNTS).where(ACCOUNTS.visits.ge(1));

    private final InMemoryAdapter store = InMemoryAdapter.create();
    private final Repo repo = Repo.over(store).withClock(Clock.fixed(NOON, ZoneOffset.UTC));
    private final Repo later = repo.withClock(Clock.fixed(NOON.plusSeconds(60), ZoneOffset.UTC));

    @BeforeEach
    void fill() {
        for (int i = 0; i < 3; i++) {
            repo.insertOrThrow(Accounts.changeset(Map.of(
                            "email",
                            i + "@x",
                            "visits",
                            i,
                            "tags",
                            List.of("a", "b", "a"),
                            "place",
                            Map.of("floor", i)))
                    .put(ACCOUNTS.balance, new BigDecimal("1.50"))
                    .put(ACCOUNTS.roles, Set.of("r")));
        }
    }

    private <V> List<V> values(Function<Account, V> of) {
        return repo.all(from(ACCOUNTS).orderBy(ACCOUNTS.email.asc()).allowScan()).stream()
                .map(of)
                .toList();
    }

    private long update(Updates<Account> updates) {
        return later.updateAll(SOME, updates);
    }

    @Test
    void everyOperationChangesTheRecordsOfTheQueryAndNoOther() {
        Column<Account, Integer> floor = ACCOUNTS.place.get(Accounts.Places.PLACE.floor);
        long changed = update(Updates.of(ACCOUNTS)
                .set(ACCOUNTS.name, "x")
                .inc(ACCOUNTS.balance, new BigDecimal("0.25"))
                .pull(ACCOUNTS.tags, "a")
                .addToSet(ACCOUNTS.roles, "s")
                .max(ACCOUNTS.version, 7)
                .min(ACCOUNTS.visits, 1)
                .inc(floor, 10));
        assertThat(changed).isEqualTo(2);
        assertThat(values(Account::name)).containsExactly(null, "x", "x");
        assertThat(values(Account::balance)).extracting(BigDecimal::toString).containsExactly("1.50", "1.75", "1.75");
        assertThat(values(Account::tags)).containsExactly(List.of("a", "b", "a"), List.of("b"), List.of("b"));
        assertThat(values(Account::roles)).containsExactly(Set.of("r"), Set.of("r", "s"), Set.of("r", "s"));
        assertThat(values(Account::version)).containsExactly(null, 7, 7);
        assertThat(values(Account::visits)).containsExactly(0, 1, 1);
        assertThat(values(account -> account.place().floor())).containsExactly(0, 11, 12);
    }

    @Test
    void pushingAndRemoving() {
        update(Updates.of(ACCOUNTS)
                .push(ACCOUNTS.tags, "c")
                .unset(ACCOUNTS.balance)
                .set(ACCOUNTS.roles, null));
        assertThat(values(Account::tags).get(2)).containsExactly("a", "b", "a", "c");
        assertThat(values(Account::balance).get(2)).isNull();
        assertThat(values(Account::roles).get(2)).isNull();
    }

    @Test
    void theTimeOfTheUpdateIsSetOnlyWhenSaid() {
        update(Updates.of(ACCOUNTS).inc(ACCOUNTS.visits, 1));
        assertThat(values(Account::updatedAt)).containsExactly(NOON, NOON, NOON);
        update(Updates.of(ACCOUNTS).inc(ACCOUNTS.visits, 1).touching());
        assertThat(values(Account::updatedAt)).containsExactly(NOON, NOON.plusSeconds(60), NOON.plusSeconds(60));
    }

    @Test
    void deletingRemovesTheRecordsOfTheQueryAndNoOther() {
        assertThat(repo.deleteAll(SOME)).isEqualTo(2);
        assertThat(values(Account::email)).containsExactly("0@x");
    }

    @Test
    void aRuleThatWouldBeBrokenChangesNothing() {
        assertThatThrownBy(() -> update(Updates.of(ACCOUNTS).set(ACCOUNTS.email, "0@x")))
                .isInstanceOf(ConstraintException.class)
                .hasMessageContaining("accounts_mail_index");
        assertThat(values(Account::email)).containsExactly("0@x", "1@x", "2@x");
    }

    @Test
    void readingEverythingHasToBeAllowed() {
        Updates<Account> updates = Updates.of(ACCOUNTS).inc(ACCOUNTS.visits, 1);
        assertThatThrownBy(() -> repo.updateAll(from(ACCOUNTS), updates))
                .isInstanceOf(UnsupportedQueryException.class)
                .hasMessageContaining("allowScan()");
        assertThatThrownBy(() -> repo.deleteAll(from(ACCOUNTS))).isInstanceOf(UnsupportedQueryException.class);
        assertThat(repo.updateAll(from(ACCOUNTS).allowScan(), updates)).isEqualTo(3);
        assertThat(repo.deleteAll(from(ACCOUNTS).allowScan())).isEqualTo(3);
    }

    @Test
    void whatTheStoreDoesNotCheckItselfIsRefusedWhateverIsAllowed() {
        Query<Account> foreign =
                SOME.where(Conditions.nativeCondition("other store", "x")).clientSide(100);
        assertThatThrownBy(() -> repo.deleteAll(foreign))
                .isInstanceOf(UnsupportedQueryException.class)
                .hasMessageContaining("read them and write each");
        assertThat(values(Account::email)).hasSize(3);
    }

    @Test
    void queriesWithMoreThanConditionsAreRefused() {
        assertThatThrownBy(() -> repo.deleteAll(SOME.limit(1))).hasMessageContaining("conditions alone");
        assertThatThrownBy(() -> repo.updateAll(
                        SOME.orderBy(ACCOUNTS.email.asc()), Updates.of(ACCOUNTS).inc(ACCOUNTS.visits, 1)))
                .hasMessageContaining("conditions alone");
    }

    @Test
    void aStoreThatChangesNoQueriesRefuses() {
        Repo lacking = Repo.over(new Lacking(store, 0));
        assertThatThrownBy(() -> lacking.deleteAll(SOME))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("read them and write each");
        assertThat(values(Account::email)).hasSize(3);
    }

    @Test
    void changesThatContradictEachOtherAreRefusedWhereTheyAreSaid() {
        Updates<Account> none = Updates.of(ACCOUNTS);
        refused(() -> none.set(ACCOUNTS.id, null), "a primary key never changes");
        refused(() -> none.set(ACCOUNTS.note, "x"), "not stored");
        refused(() -> none.inc(ACCOUNTS.visits, 1).set(ACCOUNTS.visits, 2), "two changes are of the same place");
        refused(
                () -> none.unset(ACCOUNTS.place).inc(ACCOUNTS.place.get(Accounts.Places.PLACE.floor), 1),
                "two changes are of the same place");
        refused(() -> none.set(ACCOUNTS.tags.element(dev.ectype.types.Types.string()), "x"), "inside elements(");
        refused(() -> update(none), "nothing to change");
        refused(() -> update(none.set(ACCOUNTS.secret, "x")), "nothing to change");
        refused(() -> update(none.set(ACCOUNTS.origin, "x")), "may not be written here");
    }

    private static void refused(Runnable call, String remedy) {
        assertThatThrownBy(call::run).isInstanceOf(MappingException.class).hasMessageContaining(remedy);
    }

    @Test
    void tellsTheRecordsThatItChangedAsTheyAreThen() {
        List<Account> told = later.updateAllReturning(
                SOME, Updates.of(ACCOUNTS).inc(ACCOUNTS.visits, 10).touching());
        assertThat(told).extracting(Account::visits).containsExactlyInAnyOrder(11, 12);
        assertThat(told).extracting(Account::updatedAt).containsOnly(NOON.plusSeconds(60));
        assertThat(values(Account::visits)).containsExactly(0, 11, 12);
        assertThat(told).containsExactlyInAnyOrderElementsOf(repo.all(SOME.allowScan()));
    }

    @Test
    void tellsWhatIsSelectedOfTheRecordsAndOfThoseThatItRemoved() {
        assertThat(repo.updateAllReturning(
                        SOME.select(ACCOUNTS.email), Updates.of(ACCOUNTS).set(ACCOUNTS.visits, 7)))
                .containsExactlyInAnyOrder("1@x", "2@x");
        assertThat(repo.deleteAllReturning(from(ACCOUNTS)
                        .where(ACCOUNTS.visits.eq(7))
                        .select(ACCOUNTS.email, ACCOUNTS.visits)
                        .map(account -> account.get(ACCOUNTS.email) + account.get(ACCOUNTS.visits))))
                .containsExactlyInAnyOrder("1@x7", "2@x7");
        assertThat(repo.deleteAllReturning(SOME)).isEmpty();
        assertThat(values(Account::visits)).containsExactly(0);
    }

    @Test
    void tellsNoGroupsAndRefusesWhereTheStoreDoesNotTell() {
        assertThatThrownBy(() ->
                        repo.deleteAllReturning(SOME.select(ACCOUNTS.email).distinct()))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("record by record");
        Repo lacking = Repo.over(new Lacking(store, 0));
        assertThatThrownBy(() -> lacking.deleteAllReturning(SOME))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("this store does not tell the records that it changes or removes at once")
                .hasMessageContaining("lacking");
        assertThatThrownBy(() -> repo.updateAllReturning(
                        SOME.limit(1), Updates.of(ACCOUNTS).set(ACCOUNTS.visits, 7)))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("conditions alone");
        assertThat(values(Account::visits)).containsExactly(0, 1, 2);
    }
}
