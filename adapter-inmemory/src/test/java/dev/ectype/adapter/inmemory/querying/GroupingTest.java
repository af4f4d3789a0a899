package dev.ectype.adapter.inmemory.querying;

import static dev.ectype.adapter.inmemory.querying.People.Addresses.ADDRESS;
import static dev.ectype.adapter.inmemory.querying.People.PEOPLE;
import static dev.ectype.query.Query.from;
import static dev.ectype.types.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.sum;

import dev.ectype.adapter.inmemory.InMemoryAdapter;
import dev.ectype.adapter.inmemory.querying.Partial.Lack;
import dev.ectype.error.ClientSideBudgetException;
import dev.ectype.error.MappingException;
import dev.ectype.error.UnsupportedQueryException;
import dev.ectype.plan.Explanation;
import dev.ectype.query.Query;
import dev.ectype.query.Selection;
import dev.ectype.query.Tuple;
import dev.ectype.repo.Repo;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.AggregateFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupingTest {
    private final Query<Person> all = from(PEOPLE).allowScan();

    private static Repo repo(boolean storeGroups) {
        return People.filled(
                storeGroups
                        ? Partial.whole(InMemoryAdapter.create())
                        : Partial.without(InMemoryAdapter.create(), Lack.GROUPS));
    }

    private static List<List<Object>> rows(Repo repo, Selection<Tuple> selection) {
        return repo.all(selection.map(row -> new ArrayList<>(row.toMap().values())));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void groupsAreCountedSummedAndOrderedInTheStoreOrHere(boolean storeGroups) {
        Repo repo = repo(storeGroups);
        Selection<Tuple> query = all.clientSide(10)
                .groupBy(PEOPLE.age)
                .orderBy(count().desc(), PEOPLE.age)
                .select(PEOPLE.age, count(), sum(PEOPLE.salary), min(PEOPLE.born), max(PEOPLE.name));
        List<Tuple> rows = repo.all(query);
        assertThat(rows).extracting(row -> row.get(PEOPLE.age)).containsExactly(25, 30, null, 41);
        Tuple first = rows.get(0);
        assertThat(first.get(count()))
                .as("a new count() is not the selected object")
                .isEqualTo(2);
        assertThat((BigDecimal) first.get(2)).isEqualByComparingTo("27");
        assertThat(first.get(3)).isEqualTo(LocalDate.of(2000, 1, 2));
        assertThat(first.get(4)).isEqualTo("Eve");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void groupsAreChosenByTheirResultsAndCut(boolean storeGroups) {
        Repo repo = repo(storeGroups);
        var city = PEOPLE.address.get(ADDRESS.city);
        assertThat(rows(
                        repo,
                        all.clientSide(10)
                                .groupBy(city)
                                .having(count().gt(1).or(max(PEOPLE.born).ge(LocalDate.of(2000, 1, 6))))
                                .orderBy(city)
                                .select(city, count())))
                .containsExactly(List.of("Athens", 3), List.of("Paris", 1));
        assertThat(rows(
                        repo,
                        all.clientSide(10)
                                .groupBy(PEOPLE.age)
                                .orderBy(PEOPLE.age.desc())
                                .offset(1)
                                .limit(1)
                                .select(PEOPLE.age, count())))
                .containsExactly(List.of(30, 2));
    }

    @Test
    void functionsCanBeKeysAndResults() {
        Repo repo = repo(true);
        assertThat(rows(
                        repo,
                        all.where(PEOPLE.name.isNotNull())
                                .groupBy(lower(PEOPLE.name))
                                .having(lower(PEOPLE.name).ne("bob"))
                                .orderBy(lower(PEOPLE.name))
                                .select(lower(PEOPLE.name), count().plus(1))))
                .containsExactly(List.of("ann", 3), List.of("cleo", 2), List.of("eve", 2));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aggregatesOfAllRowsHaveTheirOwnMethods(boolean storeGroups) {
        Repo repo = repo(storeGroups);
        Query<Person> people = all.clientSide(10);
        assertThat(repo.count(people)).isEqualTo(6);
        assertThat(repo.sum(people, PEOPLE.age)).contains(new BigDecimal(151));
        assertThat(repo.avg(people, PEOPLE.age).orElseThrow()).isEqualByComparingTo("30.2");
        assertThat(repo.min(people, PEOPLE.name)).contains("Ann");
        assertThat(repo.max(people, PEOPLE.born)).contains(LocalDate.of(2000, 1, 6));
        assertThat(repo.max(people.where(PEOPLE.age.gt(99)), PEOPLE.age)).isEmpty();
        assertThat(repo.oneOrThrow(people.<Integer>aggregate(countDistinct(PEOPLE.name))))
                .isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aggregatesOverALimitAreOverTheFirstRows(boolean storeGroups) {
        Repo repo = repo(storeGroups);
        Query<Person> youngest =
                all.where(PEOPLE.age.isNotNull()).orderBy(PEOPLE.age, PEOPLE.id).limit(3);
        assertThat(repo.count(youngest)).isEqualTo(3);
        assertThat(repo.sum(youngest, PEOPLE.age)).contains(new BigDecimal(80));
        assertThat(repo.count(youngest.offset(4))).isEqualTo(1);
    }

    @Test
    void aStoreThatCountsIsNotAskedForRows() {
        Partial store = Partial.whole(InMemoryAdapter.create());
        Repo repo = People.filled(store);
        assertThat(repo.count(from(PEOPLE).where(PEOPLE.age.eq(25)))).isEqualTo(2);
        assertThat(repo.explainCount(from(PEOPLE).where(PEOPLE.age.eq(25))).nativeText())
                .endsWith("count");
        assertThat(repo.explainCount(from(PEOPLE).where(PEOPLE.age.eq(25))).isWhollyInStore())
                .isTrue();
    }

    @Test
    void aStoreThatDoesNotGroupIsOnlyReadWithConsentAndWithinIt() {
        Partial store = Partial.without(InMemoryAdapter.create(), Lack.GROUPS);
        Repo repo = People.filled(store);
        assertThatThrownBy(() -> repo.count(all))
                .isInstanceOf(UnsupportedQueryException.class)
                .hasMessageContaining("count(*) — this store does not count or group")
                .hasMessageContaining("clientSide(maxRows)");
        assertThat(store.calls()).isEmpty();
        assertThatThrownBy(() -> repo.count(all.clientSide(5))).isInstanceOf(ClientSideBudgetException.class);
        assertThat(repo.count(all.clientSide(6))).isEqualTo(6);
        assertThatThrownBy(() -> repo.count(from(PEOPLE).clientSide(6))).hasMessageContaining("allowScan()");
    }

    @Test
    void theExplanationShowsEveryPartOfAGrouping() {
        Explanation there = repo(true)
                .explain(all.groupBy(PEOPLE.age)
                        .having(count().gt(1))
                        .orderBy(PEOPLE.age)
                        .limit(2)
                        .select(PEOPLE.age, avg(PEOPLE.salary)));
        assertThat(there.toString())
                .contains("group   age: exact")
                .contains("compute count(*), avg(salary): exact")
                .contains("having  count(*) > ?: exact")
                .contains("order   age asc: exact")
                .contains("window  limit 2: exact")
                .doesNotContain("REFUSED");
        Explanation here = repo(false).explain(all.groupBy(PEOPLE.age).select(PEOPLE.age, count()));
        assertThat(here.toString())
                .contains("group   age: refused: this store does not count or group")
                .contains("fetch   age")
                .contains("REFUSED group by age");
    }

    @Test
    void whatIsNoKeyAndNoAggregateIsRefusedWhenTheQueryIsBuilt() {
        assertThatThrownBy(() -> all.groupBy(PEOPLE.age).select(PEOPLE.name)).hasMessageContaining("add it to groupBy");
        assertThatThrownBy(() -> all.groupBy(PEOPLE.age).orderBy(PEOPLE.name)).hasMessageContaining("Person.name");
        assertThatThrownBy(() -> all.groupBy(PEOPLE.age).having(PEOPLE.name.eq("x")))
                .hasMessageContaining("one value for each group");
        assertThatThrownBy(() -> all.where(count().gt(1))).hasMessageContaining("groupBy(...)");
        assertThatThrownBy(() -> all.orderBy(PEOPLE.age).groupBy(PEOPLE.age)).hasMessageContaining("behind groupBy");
        assertThatThrownBy(() ->
                        all.groupBy().select(sum(PEOPLE.skills.at(0, integer())).plus(PEOPLE.age)))
                .hasMessageContaining("one value for each group");
        assertThatThrownBy(() -> all.groupBy(PEOPLE.age).select(count()).distinct())
                .hasMessageContaining("distinct already");
    }

    @Test
    void aggregatesWithMoreThanAModelShowsAreRefused() {
        AggregateFunction<Integer> filtered = count();
        filtered.filterWhere(PEOPLE.age.gt(1));
        assertThatThrownBy(() -> all.groupBy().select(filtered)).hasMessageContaining("a filter, an order or a window");
        AggregateFunction<BigDecimal> sum = sum(PEOPLE.age);
        sum.filterWhere(PEOPLE.age.gt(1));
        assertThat(sum).as("jOOQ's own equality does not see the filter").isEqualTo(sum(PEOPLE.age));
        assertThatThrownBy(() -> all.aggregate(sum)).isInstanceOf(MappingException.class);
        assertThatThrownBy(() -> all.groupBy().select(count().over())).isInstanceOf(MappingException.class);
    }

    @Test
    void parametersStandInHavingToo() {
        Selection<Tuple> popular = all.groupBy(PEOPLE.age)
                .having(count().ge(param("least", Integer.class)))
                .orderBy(PEOPLE.age)
                .select(PEOPLE.age, count());
        assertThat(rows(repo(true), popular.bind("least", 2))).containsExactly(List.of(25, 2), List.of(30, 2));
        assertThatThrownBy(() -> repo(true).all(popular)).hasMessageContaining("least");
        assertThat(popular)
                .hasToString("select [age, count(*)] from people group by [age] having [count(*) >= ?]"
                        + " order by [age asc]");
    }
}
