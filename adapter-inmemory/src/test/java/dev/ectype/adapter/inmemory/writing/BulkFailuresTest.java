package dev.ectype.adapter.inmemory.writing;

import static dev.ectype.adapter.inmemory.writing.Accounts.ACCOUNTS;
import static dev.ectype.adapter.inmemory.writing.Note.Notes.NOTES;
import static dev.ectype.query.Query.from;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.adapter.inmemory.InMemoryAdapter;
import dev.ectype.changeset.Changeset;
import dev.ectype.error.MappingException;
import dev.ectype.repo.Repo;
import dev.ectype.repo.write.BulkInsert;
import dev.ectype.repo.write.BulkResult;
import dev.ectype.repo.write.RowOutcome;
import dev.ectype.repo.write.Updates;
import dev.ectype.repo.write.Upsert;
import dev.ectype.repo.write.WriteOptions;
import dev.ectype.spi.Adapter;
import dev.ectype.spi.ForwardingAdapter;
import dev.ectype.spi.Insert;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.types.stored.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A row that fails in the store, among others that do not. */
class BulkFailuresTest {
    private static final List<Note> NOTES_WITH_ONE_KEYLESS =
            List.of(new Note("a", "1"), new Note(null, "2"), new Note("c", "3"));

    private final InMemoryAdapter store = InMemoryAdapter.create();
    private final Repo repo = Repo.over(store);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRowWithoutAKeyKeepsNoOtherFromBeingInserted(boolean atOnce) {
        Repo bulk = atOnce ? repo : Repo.over(new Lacking(store, 9));
        BulkResult<Note> result = bulk.insertAll(NOTES, NOTES_WITH_ONE_KEYLESS);
        assertThat(result.failures().keySet()).containsExactly(1);
        assertThatThrownBy(result.outcomes().get(1)::orElseThrow).hasMessageContaining("primary key");
        assertThat(repo.all(from(NOTES).allowScan()))
                .containsExactlyInAnyOrder(NOTES_WITH_ONE_KEYLESS.get(0), NOTES_WITH_ONE_KEYLESS.get(2));
    }

    private static Changeset<Account> account(String email, int visits) {
        return ACCOUNTS.change().put(ACCOUNTS.email, email).put(ACCOUNTS.visits, visits);
    }

    @Test
    void aRowWhoseMergeFailsKeepsNoOtherFromBeingMerged() {
        repo.insertOrThrow(account("full@x", Integer.MAX_VALUE));
        repo.insertOrThrow(account("b@x", 1));
        Upsert<Account> visit =
                Upsert.on(ACCOUNTS.email).update(Updates.of(ACCOUNTS).inc(ACCOUNTS.visits, 1));
        BulkResult<Account> result = repo.insertAll(
                BulkInsert.of(List.of(account("full@x", 0), account("b@x", 0))).onConflict(visit));
        assertThat(result.failures().keySet()).containsExactly(0);
        assertThatThrownBy(result.outcomes().get(0)::orElseThrow).hasMessageContaining("increment does not fit");
        assertThat(repo.getByOrThrow(ACCOUNTS, Map.of("email", "b@x")).visits()).isEqualTo(2);
    }

    @Test
    void whatIsToldOfOneRowAndDoesNotFitFailsThatRowAlone() {
        BulkInsert<Note> notes = BulkInsert.records(NOTES, List.of(new Note("a", "1"), new Note("b", "2")))
                .with(WriteOptions.none().returning(NOTES.text));
        BulkResult<Note> result = Repo.over(new Misreporting(store)).insertAll(notes);
        assertThat(result.failures().keySet()).containsExactly(1);
        assertThat(((RowOutcome.Failed<Note>) result.outcomes().get(1))
                        .failure()
                        .kind())
                .isEqualTo(MappingException.Kind.DATA);
    }

    /** A store that tells a number for the text of the record with the key b. */
    private static final class Misreporting extends ForwardingAdapter {
        Misreporting(Adapter whole) {
            super(whole);
        }

        @Override
        public WriteOutcome insert(Insert insert) {
            WriteOutcome outcome = super.insert(insert);
            Row row = insert.row();
            return "b".equals(row.get(0))
                    ? WriteOutcome.written(WriteOutcome.Effect.INSERTED, List.of(1), row.with(1, 7))
                    : outcome;
        }

        @Override
        public <T> Optional<T> as(Class<T> part) {
            return Optional.empty();
        }
    }
}
