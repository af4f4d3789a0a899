package dev.ectype.adapter.inmemory.writing;

import static dev.ectype.adapter.inmemory.writing.Accounts.ACCOUNTS;
import static dev.ectype.query.Query.from;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.adapter.inmemory.InMemoryAdapter;
import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.InvalidChangesetException;
import dev.ectype.error.ConstraintException;
import dev.ectype.error.MappingException;
import dev.ectype.error.StoreException;
import dev.ectype.repo.Repo;
import dev.ectype.repo.write.BulkInsert;
import dev.ectype.repo.write.BulkResult;
import dev.ectype.repo.write.RowOutcome;
import dev.ectype.repo.write.RowOutcome.Effect;
import dev.ectype.repo.write.Upsert;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BulkInsertTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final InMemoryAdapter store = InMemoryAdapter.create();
    private final Repo repo = Repo.over(store).withClock(Clock.fixed(NOON, ZoneOffset.UTC));

    private static List<Changeset<Account>> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Accounts.changeset(Map.of("email", i + "@x", "visits", i)))
                .toList();
    }

    @Test
    void everyRowHasAnOutcomeInItsPlace() {
        List<Changeset<Account>> rows = List.of(
                Accounts.changeset(Map.of("email", "a@x")),
                Accounts.changeset(Map.of("visits", "many")),
                Accounts.changeset(Map.of("email", "a@x")),
                Accounts.changeset(Map.of("email", "b@x")));
        BulkResult<Account> result = repo.insertAll(rows);
        assertThat(result.outcomes())
                .extracting(outcome -> outcome.getClass().getSimpleName())
                .containsExactly("Ok", "Invalid", "Invalid", "Ok");
        assertThat(result.isComplete()).isFalse();
        assertThat(result.count(Effect.INSERTED)).isEqualTo(2);
        assertThat(result.failures().keySet()).containsExactly(1, 2);
        assertThat(((RowOutcome.Invalid<Account>) result.outcomes().get(2))
                        .changeset()
                        .errors(ACCOUNTS.email)
                        .get(0)
                        .message())
                .isEqualTo("has already been taken");
        assertThat(result.records()).extracting(Account::email).containsExactly("a@x", "b@x");
        assertThatThrownBy(result::recordsOrThrow).isInstanceOf(InvalidChangesetException.class);
    }

    @Test
    void changesetsRecordsAndValuesAreInsertedAlike() {
        Account record =
                new Account(null, "r@x", null, 1, null, null, null, null, null, null, null, null, null, null, null);
        BulkResult<Account> changesets = repo.insertAll(many(1));
        BulkResult<Account> records = repo.insertAll(ACCOUNTS, List.of(record));
        BulkResult<Account> values = repo.insertAll(BulkInsert.values(
                ACCOUNTS, List.of(Map.of(ACCOUNTS.email, "v@x", ACCOUNTS.balance, new BigDecimal("1.5")))));
        for (BulkResult<Account> result : List.of(changesets, records, values)) {
            Account account = result.recordsOrThrow().get(0);
            assertThat(account.id()).isNotNull();
            assertThat(account.insertedAt()).isEqualTo(NOON);
            assertThat(account.updatedAt()).isEqualTo(NOON);
            assertThat(repo.getOrThrow(ACCOUNTS, account.id())).isEqualTo(account);
        }
    }

    @Test
    void chunksKeepTheOrderOfManyRows() {
        BulkResult<Account> result = repo.insertAll(BulkInsert.of(many(2500)).chunk(300));
        assertThat(result.records())
                .extracting(Account::visits)
                .containsExactlyElementsOf(IntStream.range(0, 2500).boxed().toList());
        assertThat(repo.count(from(ACCOUNTS).allowScan())).isEqualTo(2500);
    }

    @Test
    void aRuleForConflictsTellsWhatHappenedToEachRow() {
        repo.insertAll(many(2)).recordsOrThrow();
        BulkResult<Account> kept = repo.insertAll(
                BulkInsert.of(many(3)).onConflict(Upsert.on(ACCOUNTS.email).nothing()));
        assertThat(kept.count(Effect.UNCHANGED)).isEqualTo(2);
        assertThat(kept.count(Effect.INSERTED)).isEqualTo(1);
        BulkResult<Account> guarded = repo.insertAll(BulkInsert.of(many(3))
                .onConflict(Upsert.on(ACCOUNTS.email)
                        .replace(ACCOUNTS.visits)
                        .onlyIf(from(ACCOUNTS).where(ACCOUNTS.visits.lt(1)))));
        assertThat(guarded.outcomes())
                .extracting(outcome -> outcome.getClass().getSimpleName())
                .containsExactly("Ok", "Stale", "Stale");
    }

    @Test
    void aRuleThatCannotBeFollowedIsRefusedForAllRowsAtOnce() {
        BulkInsert<Account> bulk =
                BulkInsert.of(many(2)).onConflict(Upsert.on(ACCOUNTS.visits).nothing());
        assertThatThrownBy(() -> repo.insertAll(bulk)).hasMessageContaining("declare unique");
    }

    @Test
    void aViolationThatIsNotDeclaredFailsItsRowAlone() {
        List<Changeset<Account>> rows = List.of(
                ACCOUNTS.change().put(ACCOUNTS.email, "a@x"),
                ACCOUNTS.change().put(ACCOUNTS.email, "a@x"),
                ACCOUNTS.change().put(ACCOUNTS.email, "b@x"));
        BulkResult<Account> result = repo.insertAll(rows);
        assertThat(result.failures().keySet()).containsExactly(1);
        assertThatThrownBy(result.outcomes().get(1)::orElseThrow)
                .isInstanceOf(ConstraintException.class)
                .hasMessageContaining("accounts_mail_index");
    }

    @Test
    void aRowThatNoStoreTakesFailsAlone() {
        List<Changeset<Account>> rows = List.of(
                ACCOUNTS.change().put(ACCOUNTS.email, "a@x").put(ACCOUNTS.insertedAt, NOON.plusNanos(1)),
                ACCOUNTS.change().put(ACCOUNTS.email, "b@x"));
        BulkResult<Account> result = repo.insertAll(rows);
        assertThat(result.failures().keySet()).containsExactly(0);
        assertThatThrownBy(result.outcomes().get(0)::orElseThrow)
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("Account.insertedAt");
    }

    @Test
    void aStoreWithoutBulkInsertsTakesRowsOneByOne() {
        Repo lacking = Repo.over(new Lacking(store, 100));
        BulkResult<Account> result = lacking.insertAll(many(5));
        assertThat(result.recordsOrThrow()).hasSize(5);
        BulkResult<Account> again = lacking.insertAll(many(5));
        assertThat(again.failures())
                .hasSize(5)
                .allSatisfy((place, outcome) -> assertThat(outcome).isInstanceOf(RowOutcome.Invalid.class));
    }

    @Test
    void whenTheStoreGoesAwayEachRowSaysWhatIsKnownOfIt() {
        Repo lacking = Repo.over(new Lacking(store, 3));
        BulkResult<Account> result = lacking.insertAll(BulkInsert.of(many(8)).chunk(2));
        assertThat(result.outcomes().subList(0, 3)).allMatch(RowOutcome::isOk);
        assertThat(result.outcomes().subList(3, 6))
                .allSatisfy(outcome -> assertThat(outcomeOf(outcome)).isEqualTo(StoreException.Outcome.UNKNOWN));
        assertThat(result.outcomes().subList(6, 8))
                .allSatisfy(outcome -> assertThat(outcomeOf(outcome)).isEqualTo(StoreException.Outcome.NOT_DONE));
    }

    private static StoreException.Outcome outcomeOf(RowOutcome<Account> outcome) {
        return ((StoreException) ((RowOutcome.Failed<Account>) outcome).failure()).outcome();
    }

    @Test
    void nothingToInsertIsNoCall() {
        assertThat(Repo.over(new Lacking(store, 0))
                        .insertAll(List.<Changeset<Account>>of())
                        .outcomes())
                .isEmpty();
    }

    @Test
    void whatIsNoColumnOfTheSchemaIsRefused() {
        var foreign = Accounts.Places.PLACE.city;
        assertThatThrownBy(() -> BulkInsert.values(ACCOUNTS, List.of(Map.of(cast(foreign), "x"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'city' is no field of Account");
        assertThatThrownBy(() -> BulkInsert.of(many(1)).chunk(0)).hasMessageContaining("at least one row");
    }

    @SuppressWarnings("unchecked") // as a program could that does not heed the compiler
    private static dev.ectype.changeset.Field<Account, ?> cast(dev.ectype.changeset.Field<?, ?> field) {
        return (dev.ectype.changeset.Field<Account, ?>) field;
    }
}
