package dev.ectype.adapter.inmemory.querying;

import static dev.ectype.adapter.inmemory.querying.People.Addresses.ADDRESS;
import static dev.ectype.adapter.inmemory.querying.People.PEOPLE;
import static dev.ectype.query.Query.from;
import static dev.ectype.query.condition.Conditions.anyElement;
import static dev.ectype.query.condition.Conditions.size;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.param;

import dev.ectype.error.MappingException;
import dev.ectype.query.Query;
import dev.ectype.repo.Repo;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PreparedQueryTest {
    private final Repo repo = People.filled();
    private final Query<Person> all = from(PEOPLE).allowScan().orderBy(PEOPLE.id);

    private List<Integer> ids(Query<Person> query) {
        return repo.all(query).stream().map(Person::id).toList();
    }

    @Test
    void aQueryIsTranslatedOnceAndBoundManyTimes() {
        Query<Person> older =
                all.where(PEOPLE.age.ge(param("age", Integer.class)).and(PEOPLE.name.ne(param("not", ""))));
        assertThat(older.parameters()).containsExactlyInAnyOrder("age", "not");
        assertThat(ids(older.bind(Map.of("age", 30, "not", "Ann")))).isEmpty();
        assertThat(ids(older.bind(Map.of("age", 25, "not", "Ann")))).containsExactly(2, 6);
        assertThat(ids(older.bind("age", 41).bind("not", "Bob"))).containsExactly(4);
        assertThat(older.bind("age", 1).parameters()).containsExactly("not");
    }

    @Test
    void valuesAreCastByTheColumnThatTheyAreComparedWith() {
        Query<Person> bornLater = all.where(PEOPLE.born.gt(param("day", PEOPLE.born)));
        assertThat(ids(bornLater.bind("day", "2000-01-04"))).containsExactly(5, 6);
        assertThatThrownBy(() -> bornLater.bind("day", "soon"))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("Person.born")
                .hasMessageNotContaining("soon");
    }

    @Test
    void parametersStandWhereverValuesDo() {
        assertThat(ids(all.where(PEOPLE.id.in(param("ids", PEOPLE.id))).bind("ids", List.of(1, 3))))
                .containsExactly(1, 3);
        assertThat(ids(all.where(PEOPLE.id.in(param("ids", PEOPLE.id))).bind("ids", 2)))
                .containsExactly(2);
        assertThat(ids(all.where(PEOPLE.id.notIn(param("ids", PEOPLE.id))).bind("ids", List.of())))
                .hasSize(6);
        assertThat(ids(all.where(PEOPLE.name.startsWith(param("start", String.class)))
                        .bind("start", "A")))
                .containsExactly(1, 4);
        assertThat(ids(all.where(PEOPLE.name.like(param("like", String.class), '!'))
                        .bind("like", "!A%")))
                .containsExactly(1, 4);
        assertThat(ids(all.where(lower(PEOPLE.name).eq(lower(param("name", String.class))))
                        .bind("name", "BOB")))
                .containsExactly(2);
        assertThat(ids(all.where(PEOPLE.age.between(param("from", Integer.class), param("to", Integer.class)))
                        .bind(Map.of("from", 26, "to", 40))))
                .containsExactly(1, 5);
        assertThat(ids(all.where(PEOPLE.address.get(ADDRESS.city).eq(param("city", String.class)))
                        .bind("city", "Paris")))
                .containsExactly(6);
        assertThat(ids(all.where(anyElement(
                                PEOPLE.lines,
                                PEOPLE.lines.element(People.Lines.LINE.quantity).gt(param("many", Integer.class))))
                        .bind("many", 45)))
                .containsExactly(5, 6);
        assertThat(ids(all.where(PEOPLE.id.eq(1))
                        .orWhere(PEOPLE.id.eq(param("other", Integer.class)))
                        .bind("other", 4)))
                .containsExactly(1, 4);
    }

    @Test
    void parametersStandInArithmeticAsNumbersOfTheirDeclaredClass() {
        Query<Person> older =
                all.where(PEOPLE.age.plus(param("more", Integer.class)).gt(param("than", Integer.class)));
        assertThat(older.parameters()).containsExactlyInAnyOrder("more", "than");
        assertThat(ids(older.bind(Map.of("more", 5, "than", 30)))).containsExactly(1, 4, 5);
        assertThat(ids(older.bind(Map.of("more", "0", "than", 30)))).containsExactly(4);
        Query<Person> odd = all.where(PEOPLE.id.mod(param("by", Integer.class)).eq(1));
        assertThat(ids(odd.bind("by", 3))).containsExactly(1, 4);
        Query<Person> twice =
                all.where(PEOPLE.salary.gt(param("half", BigDecimal.class).mul(param("times", BigDecimal.class))));
        assertThat(ids(twice.bind(Map.of("half", new BigDecimal("5"), "times", 3))))
                .containsExactly(2);
        assertThat(ids(all.where(PEOPLE.age.neg().lt(param("n", Integer.class).neg()))
                        .bind("n", 30)))
                .containsExactly(4);
    }

    @Test
    void aParameterOfArithmeticIsGivenANumberOfItsClass() {
        Query<Person> older =
                all.where(PEOPLE.age.plus(param("more", Integer.class)).gt(30));
        assertThatThrownBy(() -> older.bind("more", "many"))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("no number of the kind that it was declared with")
                .hasMessageContaining("more")
                .hasMessageNotContaining("many");
        assertThatThrownBy(() -> older.bind("more", 1.5)).isInstanceOf(MappingException.class);
        assertThatThrownBy(() ->
                        all.where(param("more", Float.class).plus(PEOPLE.age).gt(30f)))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("needs a class that says of which kind the number will be");
        assertThatThrownBy(
                        () -> all.where(param("by", Double.class).mod(PEOPLE.id).eq(1.0)))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("whole numbers");
        assertThatThrownBy(() -> repo.all(older)).hasMessageContaining("[more]");
    }

    @Test
    void parametersStandInComparisonsThatTakeNullForAValue() {
        Query<Person> other = all.where(PEOPLE.name.isDistinctFrom(param("name", String.class)));
        assertThat(ids(other.bind("name", "Ann"))).containsExactly(2, 3, 5, 6);
        Query<Person> same = all.where(PEOPLE.name.isNotDistinctFrom(param("name", String.class)));
        assertThat(ids(same.bind("name", "Ann"))).containsExactly(1, 4);
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("name", null);
        assertThatThrownBy(() -> other.bind(nothing)).hasMessageContaining("isNull()");
    }

    @Test
    void parametersStandForTheSizeOfAList() {
        Query<Person> skilled = all.where(size(PEOPLE.skills).ge(param("many", Integer.class)));
        assertThat(skilled.parameters()).containsExactly("many");
        assertThat(skilled).hasToString("from people where size of skills >= ? order by [id asc]");
        for (int many = 0; many < 4; many++) {
            assertThat(ids(skilled.bind("many", many)))
                    .isEqualTo(ids(all.where(size(PEOPLE.skills).ge(many))));
        }
        assertThat(ids(skilled.bind("many", "2"))).isEqualTo(ids(skilled.bind("many", 2)));
        assertThatThrownBy(() -> skilled.bind("many", "several"))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("a size can only be compared with a number")
                .hasMessageNotContaining("several");
        assertThatThrownBy(() -> repo.all(skilled)).hasMessageContaining("[many]");
    }

    @Test
    void aQueryRunsOnlyWhenEveryParameterHasAValue() {
        Query<Person> open = all.where(PEOPLE.age.ge(param("age", Integer.class)));
        assertThatThrownBy(() -> repo.all(open))
                .hasMessageContaining("bind(name, value)")
                .hasMessageContaining("[age]");
        assertThatThrownBy(() -> repo.count(open)).hasMessageContaining("[age]");
        assertThatThrownBy(() -> open.bind("aeg", 1))
                .hasMessageContaining("no such parameter")
                .hasMessageContaining("age");
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("age", null);
        assertThatThrownBy(() -> open.bind(nothing)).hasMessageContaining("isNull()");
        assertThat(open).hasToString("from people where age >= ? order by [id asc]");
    }
}
