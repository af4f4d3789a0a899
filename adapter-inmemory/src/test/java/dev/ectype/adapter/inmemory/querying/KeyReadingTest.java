package dev.ectype.adapter.inmemory.querying;

import static dev.ectype.adapter.inmemory.querying.People.PEOPLE;
import static dev.ectype.query.Query.from;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.adapter.inmemory.InMemoryAdapter;
import dev.ectype.error.MappingException;
import dev.ectype.repo.Repo;
import dev.ectype.repo.Transacted;
import dev.ectype.repo.call.CallEvent;
import dev.ectype.repo.call.Options;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.KeyReading;
import dev.ectype.spi.NativePlan;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A get goes straight to the row where nobody could tell, and is a query everywhere else. */
class KeyReadingTest {
    private final InMemoryAdapter store = InMemoryAdapter.create();
    private final Repo repo = Repo.over(store);

    KeyReadingTest() {
        People.fill(repo);
    }

    @Test
    void aRowIsFoundAsTheQueryOfItsKeyFindsIt() {
        for (int id = 0; id <= 7; id++) {
            Row row = ((KeyReading) store).find(PEOPLE.asSource(), List.of(id), CallOptions.NONE);
            List<Person> queried = repo.all(from(PEOPLE).where(PEOPLE.id.eq(id)));
            assertThat(row == null ? List.of() : List.of(PEOPLE.load(row))).isEqualTo(queried);
            assertThat(repo.get(PEOPLE, id).stream().toList()).isEqualTo(queried);
        }
    }

    @Test
    void aKeyIsCastAsEver() {
        assertThat(repo.get(PEOPLE, "2")).map(Person::name).contains("Bob");
        assertThatThrownBy(() -> repo.get(PEOPLE, "two")).isInstanceOf(MappingException.class);
        assertThatThrownBy(() -> repo.get(PEOPLE, 1, 2)).isInstanceOf(MappingException.class);
    }

    @Test
    void itIsReadInTheNamespaceOfTheCall() {
        assertThat(repo.with(Options.none().prefix("elsewhere")).get(PEOPLE, 1)).isEmpty();
    }

    @Test
    void aTransactionReadsItsOwnWritesAndNobodyElse() {
        repo.transact(inside -> {
            inside.insertOrThrow(PEOPLE.change(People.person(7, "Fay", 20, null, null)));
            assertThat(inside.get(PEOPLE, 7)).isPresent();
            assertThat(repo.get(PEOPLE, 7)).isEmpty();
            return Transacted.commit(true);
        });
        assertThat(repo.get(PEOPLE, 7)).isPresent();
    }

    @Test
    void aRecordThatWasReadIsNotFoundInItsLaterState() {
        Person before = repo.getOrThrow(PEOPLE, 2);
        repo.updateOrThrow(PEOPLE.change(before).change(Map.of("name", "Rob")));
        assertThat(before.name()).isEqualTo("Bob");
        assertThat(repo.get(PEOPLE, 2)).map(Person::name).contains("Rob");
    }

    @Test
    void listenersAreToldOfAQuery() {
        List<CallEvent> told = new ArrayList<>();
        repo.withListener(told::add).get(PEOPLE, 1);
        assertThat(told).hasSize(1);
        assertThat(told.get(0).plan())
                .map(NativePlan::explain)
                .hasValueSatisfying(text -> assertThat(text).contains("primary key"));
    }
}
