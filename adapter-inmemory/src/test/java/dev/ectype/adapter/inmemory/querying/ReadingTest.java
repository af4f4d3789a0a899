package dev.ectype.adapter.inmemory.querying;

import static dev.ectype.adapter.inmemory.querying.People.PEOPLE;
import static dev.ectype.query.Query.from;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.adapter.inmemory.InMemoryAdapter;
import dev.ectype.adapter.inmemory.querying.Partial.Lack;
import dev.ectype.error.ClientSideBudgetException;
import dev.ectype.error.MappingException;
import dev.ectype.error.MultipleResultsException;
import dev.ectype.error.NoResultException;
import dev.ectype.query.Query;
import dev.ectype.repo.Repo;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private final Partial store = Partial.whole(InMemoryAdapter.create());
    private final Repo repo = People.filled(store);
    private final Query<Person> all = from(PEOPLE).allowScan().orderBy(PEOPLE.id);

    @Test
    void recordsAreFoundByValuesOfNamedColumns() {
        assertThat(repo.getBy(PEOPLE, Map.of("name", "Bob"))).map(Person::id).contains(2);
        assertThat(repo.getBy(PEOPLE, Map.of("name", "Zoe"))).isEmpty();
        assertThatThrownBy(() -> repo.getBy(PEOPLE, Map.of("name", "Ann")))
                .isInstanceOf(MultipleResultsException.class);
        assertThatThrownBy(() -> repo.getByOrThrow(PEOPLE, Map.of("name", "Zoe")))
                .isInstanceOf(NoResultException.class);
        assertThat(repo.getByOrThrow(PEOPLE, Map.of("name", "Ann", "age", 41)).id())
                .isEqualTo(4);
        assertThat(repo.allBy(PEOPLE, Map.of("age", 25))).extracting(Person::id).containsExactlyInAnyOrder(2, 6);
        assertThatThrownBy(() -> repo.allBy(PEOPLE, Map.of("aeg", 25))).hasMessageContaining("did you mean 'age'?");
    }

    @Test
    void aKeyThatIsNullIsRefused() {
        Object[] key = {null};
        for (Repo each : List.of(repo, Repo.over(InMemoryAdapter.create()))) {
            assertThatThrownBy(() -> each.get(PEOPLE, key))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContainingAll("no value of the key's type", "null");
        }
    }

    @Test
    void oneSelectedValueMayBeNull() {
        assertThat(repo.one(all.where(PEOPLE.id.eq(5)).select(PEOPLE.name))).isEmpty();
        assertThat(repo.oneOrThrow(all.where(PEOPLE.id.eq(1)).select(PEOPLE.name)))
                .isEqualTo("Ann");
    }

    @Test
    void aLimitOfTheQueryHoldsWhereOneResultIsExpected() {
        assertThat(repo.one(all.last(1))).map(Person::id).contains(6);
        assertThat(repo.one(from(PEOPLE)
                        .allowScan()
                        .groupBy(PEOPLE.age)
                        .orderBy(PEOPLE.age.desc())
                        .limit(1)
                        .select(PEOPLE.age)))
                .contains(41);
        assertThat(repo.exists(all.limit(0))).isFalse();
    }

    @Test
    void existenceFetchesNoValue() {
        assertThat(repo.exists(all.where(PEOPLE.age.eq(41)))).isTrue();
        assertThat(store.scans().get(0).slots()).isEmpty();
        assertThat(repo.exists(all.where(PEOPLE.age.eq(42)))).isFalse();
        assertThat(repo.exists(from(PEOPLE).allowScan().groupBy().select(DSL.count())))
                .isTrue();
    }

    @Test
    void recordsAreReadAgainInTheirOrder() {
        Person ann = repo.getOrThrow(PEOPLE, 1);
        Person bob = repo.getOrThrow(PEOPLE, 2);
        Person eve = repo.getOrThrow(PEOPLE, 6);
        repo.delete(PEOPLE, bob).orElseThrow();
        store.calls().clear();
        assertThat(repo.reloadAll(PEOPLE, List.of(eve, bob, ann, eve)))
                .containsExactly(Optional.of(eve), Optional.empty(), Optional.of(ann), Optional.of(eve));
        assertThat(store.calls()).as("one query").containsExactly("scan", "close");
        assertThat(repo.reload(PEOPLE, bob)).isEmpty();
        assertThat(repo.reloadOrThrow(PEOPLE, ann)).isEqualTo(ann);
        assertThat(repo.reloadAll(PEOPLE, List.of())).isEmpty();
        assertThatThrownBy(() -> repo.reloadAllOrThrow(PEOPLE, List.of(ann, bob)))
                .isInstanceOf(NoResultException.class);
        assertThatThrownBy(() -> repo.reloadOrThrow(PEOPLE, bob)).isInstanceOf(NoResultException.class);
    }

    @Test
    void rowsReadByOtherMeansBecomeRecords() {
        Person person = repo.load(
                PEOPLE,
                Map.of(
                        "id",
                        7,
                        "cn",
                        "Zoe",
                        "born",
                        LocalDate.of(2001, 1, 1),
                        "salary",
                        BigDecimal.ONE,
                        "address",
                        Map.of("town", "Oslo"),
                        "lines",
                        List.of(Map.of("sku", "x", "quantity", 1)),
                        "unknown",
                        "passed over"));
        assertThat(person.name()).isEqualTo("Zoe");
        assertThat(person.address().city()).isEqualTo("Oslo");
        assertThat(person.lines()).containsExactly(new Person.Line("x", 1));
        assertThatThrownBy(() -> repo.load(PEOPLE, Map.of("id", "seven")))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("does not fit its schema");
    }

    @Test
    void aStreamReadsAsItIsAskedAndClosesBehindTheLastResult() {
        Stream<Person> people = repo.stream(all);
        assertThat(store.calls()).containsExactly("scan");
        assertThat(people.map(Person::id)).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(store.calls()).containsExactly("scan", "close");
    }

    @Test
    void anAbandonedStreamClosesItsCursorOnce() {
        try (Stream<Person> people = repo.stream(all)) {
            Iterator<Person> some = people.iterator();
            assertThat(some.next().id()).isEqualTo(1);
        }
        assertThat(store.calls()).containsExactly("scan", "close");
    }

    @Test
    void aStreamThatEndsEarlySaysWhyAndClosesItsCursor() {
        Partial plain = Partial.without(InMemoryAdapter.create(), Lack.CONDITION);
        Repo other = People.filled(plain);
        try (Stream<Person> few =
                other.stream(from(PEOPLE).allowScan().where(PEOPLE.id.gt(1)).clientSide(3))) {
            assertThatThrownBy(() -> few.forEach(person -> {}))
                    .isInstanceOf(ClientSideBudgetException.class)
                    .hasMessageContaining("maxRows: 3");
        }
        assertThat(plain.calls()).containsExactly("scan", "close");
    }

    @Test
    void aRefusedStreamFailsBeforeTheStoreIsTouched() {
        assertThatThrownBy(() -> repo.stream(from(PEOPLE))).hasMessageContaining("allowScan()");
        assertThat(store.calls()).isEmpty();
    }

    @Test
    void selectionsAreStreamed() {
        try (Stream<String> names =
                repo.stream(all.where(PEOPLE.name.isNotNull()).select(PEOPLE.name))) {
            assertThat(names).containsExactly("Ann", "Bob", "Cleo", "Ann", "Eve");
        }
    }
}
