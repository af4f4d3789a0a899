package dev.ectype.adapter.inmemory.querying;

import static dev.ectype.adapter.inmemory.querying.People.Addresses.ADDRESS;
import static dev.ectype.adapter.inmemory.querying.People.PEOPLE;
import static dev.ectype.query.Query.from;
import static dev.ectype.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.adapter.inmemory.InMemoryAdapter;
import dev.ectype.error.MappingException;
import dev.ectype.query.Query;
import dev.ectype.query.Tuple;
import dev.ectype.repo.Repo;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private final Partial store = Partial.whole(InMemoryAdapter.create());
    private final Repo repo = People.filled(store);
    private final Query<Person> byId = from(PEOPLE).allowScan().orderBy(PEOPLE.id);

    private List<String> fetched() {
        return store.scans().get(store.scans().size() - 1).slots().stream()
                .map(slot -> PEOPLE.layout().slot(slot).name())
                .toList();
    }

    @Test
    void oneColumnComesAsItsValuesAndNothingElseIsFetched() {
        assertThat(repo.all(byId.select(PEOPLE.name))).containsExactly("Ann", "Bob", "Cleo", "Ann", null, "Eve");
        assertThat(fetched()).containsExactly("name");
    }

    @Test
    void severalColumnsComeAsTuplesReadByColumnNameOrPlace() {
        Tuple first = repo.all(byId.select(PEOPLE.name, PEOPLE.age)).get(0);
        assertThat(first.get(PEOPLE.age)).isEqualTo(30);
        assertThat(first.get("name")).isEqualTo("Ann");
        assertThat(first.get(1)).isEqualTo(30);
        assertThat(first.toMap()).containsExactly(Map.entry("name", "Ann"), Map.entry("age", 30));
        assertThat(fetched()).containsExactly("name", "age");
        assertThatThrownBy(() -> first.get(PEOPLE.born)).hasMessageContaining("not selected");
    }

    @Test
    void placesInsideEmbedsAndListsAreSelected() {
        List<Tuple> rows =
                repo.all(byId.select(PEOPLE.address.get(ADDRESS.city), PEOPLE.skills.at(0, string()), PEOPLE.lines));
        assertThat(rows.get(0).get(PEOPLE.address.get(ADDRESS.city))).isEqualTo("Athens");
        assertThat(rows.get(0).get("address.city")).isEqualTo("Athens");
        assertThat(rows.get(0).get(1)).isEqualTo("go");
        assertThat(rows.get(0).get(PEOPLE.lines))
                .extracting(Person.Line::quantity)
                .containsExactly(1, 10);
        assertThat(rows.get(3).get(PEOPLE.address.get(ADDRESS.city))).isNull();
        assertThat(rows.get(2).get(1)).isNull();
        assertThat(fetched()).containsExactly("skills", "address", "lines");
    }

    @Test
    void aWholeEmbedIsARecord() {
        assertThat(repo.all(byId.limit(1).select(PEOPLE.address))).containsExactly(new Person.Address("Athens", null));
    }

    @Test
    void functionsOfColumnsAreSelectedInTheClassThatJooqSays() {
        Field<Integer> older = PEOPLE.age.plus(1);
        Field<String> shout = DSL.upper(PEOPLE.name).as("shout");
        Tuple first = repo.all(byId.select(older, shout)).get(0);
        assertThat(first.get(older)).isEqualTo(31);
        assertThat(first.get(shout)).isEqualTo("ANN");
        assertThat(first.get("shout")).isEqualTo("ANN");
    }

    private record NameAndAge(String name, Integer age) {}

    private record Plain(String name, int age) {}

    @Test
    void recordsAreMadeByTheirConstructor() {
        assertThat(repo.all(byId.limit(2).select(PEOPLE.name, PEOPLE.age).into(NameAndAge.class)))
                .containsExactly(new NameAndAge("Ann", 30), new NameAndAge("Bob", 25));
        assertThat(repo.all(byId.limit(1)
                        .select(PEOPLE.name, PEOPLE.age)
                        .map(row -> row.get(PEOPLE.name) + " is " + row.get(PEOPLE.age))))
                .containsExactly("Ann is 30");
        assertThat(repo.all(byId.limit(1).select(PEOPLE.name).asMaps())).containsExactly(Map.of("name", "Ann"));
    }

    @Test
    void aRecordThatDoesNotFitIsRefusedWhenTheQueryIsBuilt() {
        assertThatThrownBy(() -> byId.select(PEOPLE.name).into(NameAndAge.class))
                .hasMessageContaining("1 components");
        assertThatThrownBy(() -> byId.select(PEOPLE.age, PEOPLE.name).into(NameAndAge.class))
                .hasMessageContaining("component 'name' as a Integer");
        assertThatThrownBy(() -> repo.all(byId.select(PEOPLE.name, PEOPLE.age).into(Plain.class)))
                .hasMessageContaining("primitive component");
    }

    @Test
    void distinctValuesAreOrderedAndCutByWhatIsSelected() {
        assertThat(repo.all(from(PEOPLE)
                        .allowScan()
                        .orderBy(PEOPLE.age.desc())
                        .limit(2)
                        .select(PEOPLE.age)
                        .distinct()))
                .containsExactly(41, 30);
        assertThat(repo.all(from(PEOPLE)
                        .allowScan()
                        .orderBy(PEOPLE.age)
                        .select(PEOPLE.age)
                        .distinct()))
                .containsExactly(null, 25, 30, 41);
        assertThat(repo.count(from(PEOPLE).allowScan().select(PEOPLE.name).distinct()))
                .isEqualTo(5);
        assertThatThrownBy(() -> byId.select(PEOPLE.age).distinct())
                .hasMessageContaining("ordered by what is selected");
    }

    @Test
    void redactedValuesDoNotShow() {
        Tuple first = repo.all(byId.select(PEOPLE.name, PEOPLE.secret)).get(0);
        assertThat(first.get(PEOPLE.secret)).isEqualTo("secret of Ann");
        assertThat(first).hasToString("(name=Ann, secret=**redacted**)");
    }

    @Test
    void whatCannotBeSelectedIsRefusedWhenTheQueryIsBuilt() {
        assertThatThrownBy(() -> byId.select(DSL.count())).hasMessageContaining("groupBy(...)");
        assertThatThrownBy(() -> byId.select(DSL.field("now()"))).hasMessageContaining("plain SQL");
        assertThatThrownBy(() -> byId.select(new Field<?>[0])).isInstanceOf(MappingException.class);
    }

    @Test
    void theExplanationNamesWhatIsFetched() {
        assertThat(repo.explain(byId.where(PEOPLE.age.gt(1)).select(PEOPLE.name))
                        .fetched())
                .containsExactly("name");
    }
}
