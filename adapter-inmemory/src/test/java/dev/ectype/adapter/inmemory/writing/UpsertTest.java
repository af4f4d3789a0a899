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
import dev.ectype.error.StaleRecordException;
import dev.ectype.repo.Repo;
import dev.ectype.repo.call.CallEvent;
import dev.ectype.repo.write.RowOutcome;
import dev.ectype.repo.write.RowOutcome.Effect;
import dev.ectype.repo.write.Updates;
import dev.ectype.repo.write.Upsert;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UpsertTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final InMemoryAdapter store = InMemoryAdapter.create();
    private final Repo repo = Repo.over(store).withClock(Clock.fixed(NOON, ZoneOffset.UTC));
    private final Repo later = repo.withClock(Clock.fixed(NOON.plusSeconds(60), ZoneOffset.UTC));
    private final Account ada = repo.insert(Accounts.changeset(
                    Map.of("email", "ada@x", "name", "Ada", "visits", 1, "tags", List.of("a"), "origin", "web")))
            .orElseThrow();

    private static Changeset<Account> other() {
        return Accounts.changeset(Map.of("email", "ada@x", "name", "Lady Ada", "visits", 5, "note", "seen"));
    }

    private RowOutcome.Ok<Account> ok(RowOutcome<Account> outcome) {
        assertThat(outcome).isInstanceOf(RowOutcome.Ok.class);
        return (RowOutcome.Ok<Account>) outcome;
    }

    private Account stored() {
        return repo.getOrThrow(ACCOUNTS, ada.id());
    }

    @Test
    void aFreeKeyIsInserted() {
        var outcome = ok(repo.upsert(
                Accounts.changeset(Map.of("email", "bob@x")),
                Upsert.on(ACCOUNTS.email).replaceAll()));
        assertThat(outcome.effect()).isEqualTo(Effect.INSERTED);
        assertThat(repo.getOrThrow(ACCOUNTS, outcome.record().id())).isEqualTo(outcome.record());
    }

    @Test
    void nothingLeavesTheRecordAndReturnsIt() {
        var outcome = ok(later.upsert(other(), Upsert.on(ACCOUNTS.email).nothing()));
        assertThat(outcome.effect()).isEqualTo(Effect.UNCHANGED);
        assertThat(outcome.record().id()).isEqualTo(ada.id());
        assertThat(outcome.record().name()).isEqualTo("Ada");
        assertThat(stored()).isEqualTo(ada);
    }

    @Test
    void replaceAllReplacesAllButKeyTargetAndWhatIsWrittenOnce() {
        var outcome = ok(later.upsert(other(), Upsert.on(ACCOUNTS.email).replaceAll()));
        assertThat(outcome.effect()).isEqualTo(Effect.UPDATED);
        Account account = stored();
        assertThat(account.id()).isEqualTo(ada.id());
        assertThat(account.name()).isEqualTo("Lady Ada");
        assertThat(account.tags()).isNull();
        assertThat(account.origin()).isEqualTo("web");
        assertThat(account.insertedAt()).isEqualTo(NOON);
        assertThat(account.updatedAt()).isEqualTo(NOON.plusSeconds(60));
        assertThat(outcome.record().note()).isEqualTo("seen");
        assertThat(outcome.record().name()).isEqualTo("Lady Ada");
    }

    @Test
    void replaceAllExceptKeepsTheNamedFields() {
        later.upsertOrThrow(other(), Upsert.on(ACCOUNTS.email).replaceAllExcept(ACCOUNTS.tags, ACCOUNTS.name));
        assertThat(stored().tags()).containsExactly("a");
        assertThat(stored().name()).isEqualTo("Ada");
        assertThat(stored().visits()).isEqualTo(5);
    }

    @Test
    void replaceReplacesOnlyTheNamedFields() {
        later.upsertOrThrow(other(), Upsert.on(ACCOUNTS.email).replace(ACCOUNTS.visits));
        assertThat(stored().visits()).isEqualTo(5);
        assertThat(stored().name()).isEqualTo("Ada");
        assertThat(stored().updatedAt()).isEqualTo(NOON);
    }

    @Test
    void updatesAreComputedFromTheRecordThatIsThere() {
        Updates<Account> visit = Updates.of(ACCOUNTS)
                .inc(ACCOUNTS.visits, 1)
                .push(ACCOUNTS.tags, "b")
                .touching();
        Account account = later.upsertOrThrow(other(), Upsert.on(ACCOUNTS.email).update(visit));
        assertThat(account.visits()).isEqualTo(2);
        assertThat(account.tags()).containsExactly("a", "b");
        assertThat(account.updatedAt()).isEqualTo(NOON.plusSeconds(60));
        assertThat(account.name()).isEqualTo("Ada");
    }

    @Test
    void aConditionThatTheRecordDoesNotMeetIsStale() {
        Upsert<Account> rule = Upsert.on(ACCOUNTS.email)
                .replace(ACCOUNTS.visits)
                .onlyIf(from(ACCOUNTS).where(ACCOUNTS.visits.lt(1)));
        assertThat(repo.upsert(other(), rule)).isInstanceOf(RowOutcome.Stale.class);
        assertThatThrownBy(() -> repo.upsertOrThrow(other(), rule)).isInstanceOf(StaleRecordException.class);
        assertThat(stored()).isEqualTo(ada);
        Upsert<Account> met = Upsert.on(ACCOUNTS.email)
                .replace(ACCOUNTS.visits)
                .onlyIf(from(ACCOUNTS).where(ACCOUNTS.visits.le(1)));
        assertThat(ok(repo.upsert(other(), met)).effect()).isEqualTo(Effect.UPDATED);
    }

    @Test
    void aNamedIndexIsATargetToo() {
        repo.update(ACCOUNTS.change(ada).put(ACCOUNTS.active, true)).orElseThrow();
        Changeset<Account> twin = Accounts.changeset(Map.of("email", "b@x", "name", "Ada", "active", true));
        var outcome =
                ok(repo.upsert(twin, Upsert.onIndex(ACCOUNTS, "active_name").replace(ACCOUNTS.email)));
        assertThat(outcome.effect()).isEqualTo(Effect.UPDATED);
        assertThat(stored().email()).isEqualTo("b@x");
    }

    @Test
    void thePrimaryKeyIsATargetToo() {
        Changeset<Account> same = Accounts.changeset(Map.of("email", "new@x")).put(ACCOUNTS.id, ada.id());
        assertThat(ok(repo.upsert(same, Upsert.onKey(ACCOUNTS).replaceAll())).effect())
                .isEqualTo(Effect.UPDATED);
        assertThat(stored().email()).isEqualTo("new@x");
        assertThat(ok(repo.upsert(same, Upsert.on(ACCOUNTS.id).nothing())).effect())
                .isEqualTo(Effect.UNCHANGED);
    }

    @Test
    void aClashElsewhereIsAnErrorOfItsField() {
        Changeset<Account> clash = Accounts.changeset(Map.of("email", "ada@x"));
        RowOutcome<Account> outcome = repo.upsert(clash, Upsert.onKey(ACCOUNTS).replaceAll());
        assertThat(outcome).isInstanceOf(RowOutcome.Invalid.class);
        assertThatThrownBy(outcome::orElseThrow)
                .isInstanceOf(InvalidChangesetException.class)
                .hasMessageContaining("has already been taken");
        Changeset<Account> undeclared = ACCOUNTS.change().put(ACCOUNTS.email, "ada@x");
        assertThatThrownBy(() -> repo.upsert(undeclared, Upsert.onKey(ACCOUNTS).nothing()))
                .isInstanceOf(ConstraintException.class);
    }

    @Test
    void rulesThatCannotBeFollowedAreRefusedBeforeTheStoreIsTouched() {
        refused(Upsert.on(ACCOUNTS.name, ACCOUNTS.visits).replaceAll(), "declare unique");
        refused(Upsert.on(ACCOUNTS.email).replace(ACCOUNTS.id), "never replaced");
        refused(Upsert.on(ACCOUNTS.email).replace(ACCOUNTS.origin), "writable");
        refused(Upsert.on(ACCOUNTS.email).replace(ACCOUNTS.secret), "nothing is left to replace");
        refused(Upsert.on(ACCOUNTS.email).replace(ACCOUNTS.note), "no stored field");
        refused(Upsert.on(ACCOUNTS.email).update(Updates.of(ACCOUNTS)), "nothing to change");
        refused(Upsert.on(ACCOUNTS.email).replaceAll().onlyIf(from(ACCOUNTS).limit(1)), "conditions alone");
        assertThatThrownBy(() -> Upsert.onIndex(ACCOUNTS, "nope")).hasMessageContaining("active_name");
        assertThatThrownBy(() -> Upsert.on(ACCOUNTS.email).nothing().onlyIf(from(ACCOUNTS)))
                .hasMessageContaining("needs no condition");
        assertThat(stored()).isEqualTo(ada);
    }

    private void refused(Upsert<Account> rule, String remedy) {
        assertThatThrownBy(() -> repo.upsert(other(), rule))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining(remedy);
    }

    @Test
    void listenersAreToldThatNothingWasWritten() {
        List<CallEvent> events = new ArrayList<>();
        Repo watched = repo.withListener(events::add);
        watched.upsert(Accounts.changeset(Map.of()), Upsert.on(ACCOUNTS.email).nothing());
        watched.upsert(other(), Upsert.on(ACCOUNTS.email).replaceAll());
        assertThat(events)
                .extracting(event -> event.ending().getClass().getSimpleName())
                .containsExactly("Refused", "Done");
    }

    @Test
    void aStoreWithoutUpsertsRefuses() {
        Repo lacking = Repo.over(new Lacking(store, 10));
        assertThatThrownBy(
                        () -> lacking.upsert(other(), Upsert.on(ACCOUNTS.email).nothing()))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("no upserts");
    }

    @Test
    void aConditionIsOfTheRecordThatIsThereWhereverThatLives() {
        Changeset<Account> account = Accounts.changeset(Map.of("email", "a@x", "visits", 2));
        for (var condition :
                List.of(from(ACCOUNTS).prefix("other"), from(ACCOUNTS).source("archive"))) {
            Upsert<Account> rule =
                    Upsert.on(ACCOUNTS.email).replace(ACCOUNTS.visits).onlyIf(condition.where(ACCOUNTS.visits.eq(1)));
            assertThatThrownBy(() -> repo.upsert(account, rule))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContaining("the call says");
        }
    }
}
