package dev.ectype.query.jooq;

import static dev.ectype.query.jooq.People.ADDRESS;
import static dev.ectype.query.jooq.People.PEOPLE;
import static dev.ectype.query.jooq.TranslatorTestSupport.assertRefused;
import static dev.ectype.query.jooq.TranslatorTestSupport.test;
import static dev.ectype.query.jooq.TranslatorTestSupport.translate;
import static dev.ectype.query.jooq.TranslatorTestSupport.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.query.condition.Conditions;
import dev.ectype.query.eval.Truth;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.Predicate;
import dev.ectype.types.Types;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.junit.jupiter.api.Test;

class MembersTest {

    @Test
    void aMemberIsCastByTheTypeOfTheElements() {
        assertThat(translate(Conditions.contains(PEOPLE.skills, "java")))
                .isEqualTo(new Predicate.Contains(PEOPLE.skills.path(), value("java", Scalar.TEXT)));
        assertThat(translate(Conditions.containsAll(PEOPLE.numbers, List.of(1, 2))))
                .isEqualTo(new Predicate.ContainsAll(
                        PEOPLE.numbers.path(), List.of(value(1, Scalar.INT32), value(2, Scalar.INT32))));
    }

    @Test
    @SuppressWarnings({"rawtypes", "unchecked"})
    void jooqsContainsOnAListMeansMembers() {
        assertThat(translate(PEOPLE.skills.contains(List.of("java"))))
                .isEqualTo(translate(Conditions.containsAll(PEOPLE.skills, List.of("java"))));
        assertThat(translate(((Field) PEOPLE.skills).contains("java")))
                .isEqualTo(translate(Conditions.contains(PEOPLE.skills, "java")));
        assertThat(translate(PEOPLE.numbers.contains(Set.of(3))))
                .isEqualTo(translate(Conditions.containsAll(PEOPLE.numbers, List.of(3))));
        assertThat(translate(PEOPLE.numbers.notContains(Set.of(3)))).isInstanceOf(Predicate.Not.class);
    }

    @Test
    void anElementOfEmbeddedRecordsMeetsAConditionOnItsFields() {
        Condition condition = Conditions.anyElement(
                PEOPLE.addresses,
                PEOPLE.addresses
                        .element(ADDRESS.city)
                        .eq("Athens")
                        .and(PEOPLE.addresses.element(ADDRESS.number).gt(5)));
        assertThat(translate(condition)).hasToString("any of addresses has (city = ? and number > ?)");
        assertThat(test(condition, People.row(PEOPLE.addresses, List.of(address("Athens", 6)))))
                .isEqualTo(Truth.TRUE);
        assertThat(test(condition, People.row(PEOPLE.addresses, List.of(address("Athens", 5), address("Rome", 6)))))
                .isEqualTo(Truth.FALSE);
        assertThat(test(condition, People.row())).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void anElementOfPlainValuesMeetsAConditionOnItself() {
        Condition condition = Conditions.anyElement(
                PEOPLE.skills, PEOPLE.skills.element(Types.string()).startsWith("ja"));
        assertThat(translate(condition)).hasToString("any of skills has element starts with ?");
        assertThat(test(condition, People.row(PEOPLE.skills, List.of("c", "java"))))
                .isEqualTo(Truth.TRUE);
        assertThat(test(condition, People.row(PEOPLE.skills, List.of("c")))).isEqualTo(Truth.FALSE);
    }

    @Test
    void anElementOfAnElementToo() {
        var lines = PEOPLE.addresses.element(ADDRESS.lines);
        Condition condition = Conditions.anyElement(
                PEOPLE.addresses,
                Conditions.anyElement(lines, lines.element(Types.string()).eq("x")));
        assertThat(translate(condition)).hasToString("any of addresses has any of lines has element = ?");
    }

    @Test
    void aListInsideAnEmbeddedRecordIsTheSameWhereverItIsNamed() {
        Condition condition = Conditions.anyElement(
                PEOPLE.home.get(ADDRESS.lines),
                PEOPLE.home.get(ADDRESS.lines).element(Types.string()).eq("x"));
        assertThat(translate(condition)).hasToString("any of home.lines has element = ?");
    }

    @Test
    void sizesAreComparedWithNumbers() {
        assertThat(translate(Conditions.size(PEOPLE.skills).ge(2)))
                .isEqualTo(new Predicate.Size(PEOPLE.skills.path(), Comparison.GE, 2));
        assertThat(translate(Conditions.size(PEOPLE.marks).between(1, 2)))
                .hasToString("(size of marks >= 1 and size of marks <= 2)");
        assertThat(translate(Conditions.size(PEOPLE.skills).in(1, 2)))
                .hasToString("(size of skills = 1 or size of skills = 2)");
        assertThat(translate(Conditions.size(PEOPLE.skills).isNull())).hasToString("skills is null");
        assertRefused(Conditions.size(PEOPLE.name).eq(1)).hasMessageContaining("a list, set or map");
        assertRefused(Conditions.size(PEOPLE.skills).eq(PEOPLE.age)).hasMessageContaining("compared with a number");
        assertRefused(Conditions.size(PEOPLE.skills).add(1).eq(2)).hasMessageContaining("SizeField");
    }

    @Test
    void placesInsideAFieldAreColumnsToo() {
        Condition city = PEOPLE.home.get(ADDRESS.city).eq("Athens");
        assertThat(translate(city)).hasToString("home.city = ?");
        assertThat(test(city, People.row(PEOPLE.home, address("Athens", 1)))).isEqualTo(Truth.TRUE);
        Condition mark = PEOPLE.marks.key("math", Types.integer()).ge(5);
        assertThat(translate(mark)).hasToString("marks.math >= ?");
        assertThat(test(mark, People.row(PEOPLE.marks, Map.of("math", 6)))).isEqualTo(Truth.TRUE);
        assertThat(test(mark, People.row(PEOPLE.marks, Map.of()))).isEqualTo(Truth.UNKNOWN);
        assertThat(translate(PEOPLE.skills.at(0, Types.string()).isNull())).hasToString("skills.0 is null");
    }

    @Test
    void aNativeConditionPassesThrough() {
        Object filter = new Object();
        assertThat(translate(Conditions.nativeCondition("MongoDB", filter).and(PEOPLE.age.eq(1))))
                .isEqualTo(new Predicate.And(
                        List.of(new Predicate.Native("MongoDB", filter), translate(PEOPLE.age.eq(1)))));
    }

    @Test
    void ownConditionsCanBePrintedWithoutTheirValues() {
        Condition all = Conditions.contains(PEOPLE.skills, "java")
                .and(Conditions.containsAll(PEOPLE.skills, List.of("a")))
                .and(Conditions.size(PEOPLE.skills).gt(1))
                .and(Conditions.anyElement(
                        PEOPLE.skills, PEOPLE.skills.element(Types.string()).isNull()))
                .and(Conditions.nativeCondition("MongoDB", "secret"));
        assertThat(all.toString())
                .contains("\"skills\" contains ?", "contains all of 1 values", "size(\"skills\") > 1")
                .contains("any of \"skills\" has", "native condition of MongoDB")
                .doesNotContain("java", "secret");
    }

    private static Row address(String city, int number) {
        return Row.over(ADDRESS.layout(), new Object[] {city, number, null});
    }
}
