package dev.ectype.adapter.inmemory.writing;

import static dev.ectype.adapter.inmemory.writing.Accounts.ACCOUNTS;
import static dev.ectype.query.Query.from;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.adapter.inmemory.InMemoryAdapter;
import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.FieldError;
import dev.ectype.changeset.InvalidChangesetException;
import dev.ectype.changeset.Result;
import dev.ectype.error.MappingException;
import dev.ectype.error.StaleRecordException;
import dev.ectype.repo.Repo;
import dev.ectype.repo.call.Options;
import dev.ectype.repo.write.BulkInsert;
import dev.ectype.repo.write.Updates;
import dev.ectype.repo.write.Upsert;
import dev.ectype.repo.write.WriteOptions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WriteOptionsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Repo repo = Repo.over(InMemoryAdapter.create()).withClock(Clock.fixed(NOON, ZoneOffset.UTC));
    private final Repo later = repo.withClock(Clock.fixed(NOON.plusSeconds(60), ZoneOffset.UTC));
    private final Account ada =
            repo.insertOrThrow(Accounts.changeset(Map.of("email", "ada@x", "visits", 1, "origin", "web")));

    private Account stored() {
        return repo.getOrThrow(ACCOUNTS, ada.id());
    }

    private Changeset<Account> named(Account account, String name) {
        return Accounts.cast(ACCOUNTS.change(account), Map.of("name", name));
    }

    @Test
    void insertOrUpdateGoesByWhatTheChangesetIsOn() {
        Account bob = repo.insertOrUpdateOrThrow(Accounts.changeset(Map.of("email", "bob@x")));
        assertThat(bob.id()).isNotNull();
        assertThat(repo.insertOrUpdateOrThrow(named(bob, "Bob")).id()).isEqualTo(bob.id());
        Account fresh =
                new Account(null, "c@x", null, 1, null, null, null, null, null, null, null, null, null, null, null);
        assertThat(repo.insertOrUpdateOrThrow(named(fresh, "C")).id()).isNotNull();
        assertThat(repo.count(from(ACCOUNTS).allowScan())).isEqualTo(3);
    }

    @Test
    void aRecordIsInsertedAsItIs() {
        Account record =
                new Account(null, "r@x", "R", 1, null, null, null, null, null, null, null, null, null, null, null);
        Account inserted = repo.insert(ACCOUNTS, record).orElseThrow();
        assertThat(inserted.name()).isEqualTo("R");
        assertThat(inserted.insertedAt()).isEqualTo(NOON);
    }

    @Test
    void whatIsReturnedIsAsItIsInTheStore() {
        later.updateAll(
                from(ACCOUNTS).where(ACCOUNTS.visits.eq(1)),
                Updates.of(ACCOUNTS).set(ACCOUNTS.visits, 9));
        Account plain = repo.updateOrThrow(named(ada, "A"));
        assertThat(plain.visits()).isEqualTo(1);
        Account told = repo.update(named(ada, "B"), WriteOptions.none().returning(ACCOUNTS.visits))
                .orElseThrow();
        assertThat(told.visits()).isEqualTo(9);
        Account all =
                repo.update(named(ada, "C"), WriteOptions.none().returningAll()).orElseThrow();
        assertThat(all).isEqualTo(stored());
        Account gone = repo.delete(ACCOUNTS.change(ada), WriteOptions.none().returningAll())
                .orElseThrow();
        assertThat(gone.visits()).isEqualTo(9);
        assertThatThrownBy(() -> WriteOptions.none().returning()).hasMessageContaining("returningAll()");
    }

    @Test
    void aLockIsNoChangeOfItsOwn() {
        Changeset<Account> locked = ACCOUNTS.change(ada).optimisticLock(ACCOUNTS.version);
        assertThat(later.updateOrThrow(locked)).isEqualTo(ada);
        assertThat(stored()).isEqualTo(ada);
        Account forced = later.update(locked, WriteOptions.none().force()).orElseThrow();
        assertThat(forced.version()).isEqualTo(1);
        assertThat(forced.updatedAt()).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void whatTheStoreDoesNotKeepCannotBeReturned() {
        Changeset<Account> renamed = named(ada, "A");
        for (Field<?, ?> field : List.<Field<?, ?>>of(ACCOUNTS.note, Note.Notes.NOTES.text)) {
            WriteOptions options = WriteOptions.none().returning(field);
            assertThatThrownBy(() -> repo.update(renamed, options)).hasMessageContaining("no stored column");
            assertThatThrownBy(() -> repo.delete(renamed, options)).hasMessageContaining("no stored column");
            assertThatThrownBy(() -> repo.insert(Accounts.changeset(Map.of("email", "b@x")), options))
                    .hasMessageContaining("no stored column");
        }
        assertThat(stored()).isEqualTo(ada);
    }

    @Test
    void forcingWritesTheTimeAlone() {
        assertThat(later.updateOrThrow(ACCOUNTS.change(ada)).updatedAt()).isEqualTo(NOON);
        Account forced =
                later.update(ACCOUNTS.change(ada), WriteOptions.none().force()).orElseThrow();
        assertThat(forced.updatedAt()).isEqualTo(NOON.plusSeconds(60));
        assertThat(stored()).isEqualTo(forced);
    }

    @Test
    void aRecordThatIsGoneIsStaleUnlessSaidOtherwise() {
        repo.delete(ACCOUNTS, ada).orElseThrow();
        assertThat(repo.update(named(ada, "x"))).isInstanceOf(Result.Stale.class);
        assertThatThrownBy(() -> repo.update(named(ada, "x")).orElseThrow())
                .isInstanceOf(InvalidChangesetException.class)
                .hasMessageContaining("is gone from the store");
        assertThatThrownBy(() -> repo.updateOrThrow(named(ada, "x")))
                .isInstanceOf(StaleRecordException.class)
                .hasMessageContaining("read it again");
        assertThatThrownBy(() -> repo.deleteOrThrow(ACCOUNTS.change(ada))).isInstanceOf(StaleRecordException.class);
        WriteOptions allowing = WriteOptions.none().allowStale();
        assertThat(repo.update(named(ada, "x"), allowing).orElseThrow().name()).isEqualTo("x");
        assertThat(repo.delete(ACCOUNTS.change(ada), allowing).orElseThrow()).isEqualTo(ada);
    }

    @Test
    void staleMayBeAnErrorOfAField() {
        Changeset<Account> locked = named(ada, "x").optimisticLock(ACCOUNTS.version, v -> v == null ? 1 : v + 1);
        repo.updateOrThrow(locked);
        repo.delete(ACCOUNTS, ada).orElseThrow();
        WriteOptions options = WriteOptions.none().staleErrorOn(ACCOUNTS.version);
        FieldError error = repo.update(locked, options)
                .failure()
                .orElseThrow()
                .errors(ACCOUNTS.version)
                .get(0);
        assertThat(error.message()).isEqualTo("is stale");
        assertThat(error.code()).isEqualTo("stale");
        assertThat(error.arguments()).containsEntry("stale", true);
        Result<Account> worded =
                repo.delete(ACCOUNTS.change(ada), WriteOptions.none().staleErrorOn(ACCOUNTS.id, "is gone"));
        assertThat(worded.failure().orElseThrow().allErrors().get(0).message()).isEqualTo("is gone");
    }

    @Test
    void orThrowTellsOfErrors() {
        assertThatThrownBy(() -> repo.insertOrThrow(Accounts.changeset(Map.of("email", "ada@x"))))
                .isInstanceOf(InvalidChangesetException.class)
                .hasMessageContaining("email")
                .hasMessageContaining("has already been taken");
    }

    @Test
    void aConstraintIsAnErrorOfItsFieldOnUpdateToo() {
        Account bob = repo.insertOrThrow(Accounts.changeset(Map.of("email", "bob@x")));
        Changeset<Account> clash = Accounts.cast(ACCOUNTS.change(bob), Map.of("email", "ada@x"));
        assertThat(repo.update(clash).failure().orElseThrow().errors(ACCOUNTS.email))
                .hasSize(1);
    }

    @Test
    void whatMayNotBeWrittenIsRefusedOrDroppedAsDeclared() {
        Changeset<Account> once = Accounts.cast(ACCOUNTS.change(ada), Map.of("origin", "app"));
        assertThatThrownBy(() -> repo.update(once))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("Account.origin")
                .hasMessageContaining("WritableViolation.DROP");
        Account dropped = repo.updateOrThrow(named(ada, "x").put(ACCOUNTS.secret, "s"));
        assertThat(dropped.secret()).isNull();
        assertThat(stored().secret()).isNull();
        Account inserted =
                repo.insertOrThrow(Accounts.changeset(Map.of("email", "b@x")).put(ACCOUNTS.secret, "s"));
        assertThat(inserted.secret()).isNull();
        assertThat(later.updateOrThrow(ACCOUNTS.change(ada).put(ACCOUNTS.secret, "s"))
                        .updatedAt())
                .isEqualTo(NOON);
    }

    @Test
    void aReadOnlyRepoRefusesEveryWrite() {
        Repo reading = repo.readOnly();
        assertThat(reading.get(ACCOUNTS, ada.id())).contains(ada);
        Changeset<Account> other = Accounts.changeset(Map.of("email", "b@x"));
        List<Runnable> writes = List.of(
                () -> reading.insert(other),
                () -> reading.update(named(ada, "x")),
                () -> reading.delete(ACCOUNTS, ada),
                () -> reading.insertOrUpdate(other),
                () -> reading.upsert(other, Upsert.on(ACCOUNTS.email).nothing()),
                () -> reading.insertAll(BulkInsert.of(List.of(other))),
                () -> reading.updateAll(
                        from(ACCOUNTS).allowScan(), Updates.of(ACCOUNTS).inc(ACCOUNTS.visits, 1)),
                () -> reading.deleteAll(from(ACCOUNTS).allowScan()));
        writes.forEach(write -> assertThatThrownBy(write::run)
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("read-only"));
        assertThat(stored()).isEqualTo(ada);
    }

    @Test
    void everyWriteKeepsToThePrefixOfItsCall() {
        Repo tenant = repo.with(Options.none().prefix("tenant"));
        Account same = tenant.insertOrThrow(Accounts.changeset(Map.of("email", "ada@x", "visits", 1)));
        assertThat(tenant.upsertOrThrow(
                                Accounts.changeset(Map.of("email", "ada@x")),
                                Upsert.on(ACCOUNTS.email).nothing())
                        .id())
                .isEqualTo(same.id());
        tenant.insertAll(List.of(Accounts.changeset(Map.of("email", "c@x", "visits", 1))))
                .recordsOrThrow();
        assertThat(tenant.updateAll(
                        from(ACCOUNTS).where(ACCOUNTS.visits.eq(1)),
                        Updates.of(ACCOUNTS).inc(ACCOUNTS.visits, 5)))
                .isEqualTo(2);
        assertThat(tenant.deleteAll(from(ACCOUNTS).where(ACCOUNTS.visits.eq(6))))
                .isEqualTo(2);
        assertThat(repo.all(from(ACCOUNTS).allowScan())).containsExactly(ada);
    }
}
