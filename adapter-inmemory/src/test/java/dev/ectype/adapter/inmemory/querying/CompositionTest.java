package dev.ectype.adapter.inmemory.querying;

import static dev.ectype.adapter.inmemory.querying.People.Addresses.ADDRESS;
import static dev.ectype.adapter.inmemory.querying.People.Lines.LINE;
import static dev.ectype.adapter.inmemory.querying.People.PEOPLE;
import static dev.ectype.query.Query.from;
import static dev.ectype.query.condition.Conditions.anyElement;
import static dev.ectype.query.condition.Conditions.contains;
import static dev.ectype.query.condition.Conditions.containsAll;
import static dev.ectype.query.condition.Conditions.everyElement;
import static dev.ectype.query.condition.Conditions.size;
import static dev.ectype.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.error.MappingException;
import dev.ectype.query.Columns;
import dev.ectype.query.Part;
import dev.ectype.query.Query;
import dev.ectype.repo.Repo;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompositionTest {
    private final Repo repo = People.filled();
    private final Query<Person> all = from(PEOPLE).allowScan();

    private List<Integer> ids(Query<Person> query) {
        return repo.all(query).stream().map(Person::id).toList();
    }

    @Test
    void conditionsAreAddedByAndAndByOr() {
        Query<Person> anns = all.orderBy(PEOPLE.id).where(PEOPLE.name.eq("Ann")).where(PEOPLE.age.lt(40));
        assertThat(ids(anns)).containsExactly(1);
        assertThat(ids(anns.orWhere(PEOPLE.age.eq(25)))).containsExactly(1, 2, 6);
        assertThat(ids(anns.orWhere(PEOPLE.age.eq(25)).where(PEOPLE.id.gt(1)))).containsExactly(2, 6);
        assertThat(ids(all.orderBy(PEOPLE.id).orWhere(PEOPLE.age.eq(25)))).containsExactly(2, 6);
    }

    @Test
    void partsAreLeftOut() {
        Query<Person> query = all.where(PEOPLE.age.eq(25))
                .orderBy(PEOPLE.name.desc())
                .limit(1)
                .offset(1);
        assertThat(query.exclude(Part.LIMIT, Part.OFFSET))
                .hasToString("from people where age = ? order by [name desc]");
        assertThat(query.exclude(Part.WHERE, Part.ORDER, Part.LIMIT, Part.OFFSET))
                .hasToString("from people");
        assertThat(query.exclude(Part.CONSENTS).consents().scan()).isFalse();
        assertThat(query.prefix("x")
                        .exclude(Part.PREFIX, Part.LIMIT, Part.OFFSET, Part.PRELOADS)
                        .toString())
                .startsWith("from people where");
    }

    @Test
    void ordersAreReversedPrependedAndTakenFromEitherEnd() {
        Query<Person> byAge = all.orderBy(PEOPLE.age, PEOPLE.id);
        assertThat(ids(byAge)).containsExactly(3, 2, 6, 1, 5, 4);
        assertThat(ids(byAge.reverseOrder())).containsExactly(4, 5, 1, 6, 2, 3);
        assertThat(ids(byAge.first(2))).containsExactly(3, 2);
        assertThat(ids(byAge.last(2))).containsExactly(4, 5);
        assertThat(ids(all.first(2))).containsExactly(1, 2);
        assertThat(ids(all.last(2))).containsExactly(6, 5);
        assertThat(ids(all.orderBy(PEOPLE.id.desc())
                        .prependOrderBy(PEOPLE.name.asc().nullsLast())))
                .containsExactly(4, 1, 2, 3, 6, 5);
        assertThat(ids(all.orderBy(PEOPLE.age.desc().nullsFirst(), PEOPLE.id).reverseOrder()))
                .containsExactly(6, 2, 5, 1, 4, 3);
    }

    @Test
    void elementsOfListsAreAskedFor() {
        Query<Person> byId = all.orderBy(PEOPLE.id);
        assertThat(ids(byId.where(contains(PEOPLE.skills, "go")))).containsExactly(1, 4, 5);
        assertThat(ids(byId.where(containsAll(PEOPLE.skills, List.of("go", "java")))))
                .containsExactly(1);
        assertThat(ids(byId.where(size(PEOPLE.skills).eq(2)))).containsExactly(1, 5, 6);
        assertThat(ids(byId.where(everyElement(
                        PEOPLE.skills, PEOPLE.skills.element(string()).ne("java")))))
                .containsExactly(3, 4, 5);
        assertThat(ids(byId.where(anyElement(
                        PEOPLE.lines,
                        PEOPLE.lines
                                .element(LINE.sku)
                                .eq("b")
                                .and(PEOPLE.lines.element(LINE.quantity).gt(45))))))
                .containsExactly(5, 6);
        assertThat(ids(byId.where(PEOPLE.skills.at(1, string()).eq("java")))).containsExactly(1);
        assertThat(ids(byId.where(PEOPLE.address.get(ADDRESS.city).eq("Athens"))))
                .containsExactly(1, 3, 5);
    }

    @Test
    void columnsAreFoundByNamesThatComeAsText() {
        assertThat(ids(all.where(Map.of("name", "Ann", "age", "41")))).containsExactly(4);
        assertThat(ids(all.where(Map.of("address.city", "Paris")))).containsExactly(6);
        assertThat(ids(all.orderBy(Columns.named(PEOPLE, "address.city").desc(), PEOPLE.id)
                        .limit(2)))
                .containsExactly(2, 6);
        assertThatThrownBy(() -> all.where(Map.of("nmae", "Ann")))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("did you mean 'name'?");
        assertThatThrownBy(() -> Columns.named(PEOPLE, "address.ctiy")).hasMessageContaining("did you mean 'city'?");
        assertThatThrownBy(() -> Columns.named(PEOPLE, "age.x")).hasMessageContaining("holds no embedded record");
    }
}
