package dev.ectype.query.jooq;

import static dev.ectype.query.jooq.People.ADDRESS;
import static dev.ectype.query.jooq.People.PEOPLE;
import static dev.ectype.query.jooq.TranslatorTestSupport.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ectype.error.MappingException;
import dev.ectype.query.condition.Conditions;
import dev.ectype.schema.Column;
import dev.ectype.schema.Schema;
import dev.ectype.types.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.CustomCondition;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalsTest {

    static Stream<Arguments> notPartOfTheLanguage() {
        return Stream.of(
                arguments(DSL.condition("1 = 1"), "plain SQL"),
                arguments(PEOPLE.age.eq(DSL.field("age", Integer.class)), "plain SQL"),
                arguments(PEOPLE.age.eq(1).and(DSL.not(DSL.condition("x"))), "plain SQL"),
                arguments(DSL.condition(Map.of(PEOPLE.age, 1)), "condition(map)"),
                arguments(DSL.field(DSL.name("age"), Integer.class).eq(1), "did you mean the column Person.age?"),
                arguments(DSL.field(DSL.name("agge"), Integer.class).eq(1), "not a column of a schema"),
                arguments(PEOPLE.age.in(DSL.select(PEOPLE.age)), "in(subquery)"),
                arguments(PEOPLE.age.notIn(DSL.select(PEOPLE.age)), "notIn(subquery)"),
                arguments(DSL.exists(DSL.selectOne()), "exists(subquery)"),
                arguments(PEOPLE.age.eq(DSL.select(PEOPLE.age)), "subquery"),
                arguments(PEOPLE.age.eq(DSL.any(1, 2)), "any/all"),
                arguments(PEOPLE.age.gt(DSL.all(1, 2)), "any/all"),
                arguments(PEOPLE.name.like(DSL.any("a", "b")), "like any/all"),
                arguments(PEOPLE.name.likeRegex("a.*"), "a regular expression"),
                arguments(PEOPLE.name.similarTo("a%"), "similar to"),
                arguments(DSL.row(PEOPLE.age, PEOPLE.name).eq(1, "a"), "row values"),
                arguments(DSL.row(PEOPLE.age, PEOPLE.name).in(List.of(DSL.row(1, "a"))), "a row value in a list"),
                arguments(DSL.xor(PEOPLE.age.eq(1), PEOPLE.age.eq(2)), "xor"),
                arguments(DSL.nullCondition(), "nullCondition()"),
                arguments(DSL.rowNumber().over().eq(1), "RowNumber"),
                arguments(DSL.count().gt(1), "Count"),
                arguments(PEOPLE.age.cast(String.class).eq("1"), "a cast"),
                arguments(PEOPLE.name.cast(SQLDataType.VARCHAR(3)).eq("1"), "a cast"),
                arguments(PEOPLE.age.coerce(String.class).eq("1"), "a coercion"),
                arguments(DSL.trim(PEOPLE.name).eq("a"), "Trim"),
                arguments(DSL.concat(PEOPLE.name, DSL.val("a")).eq("a"), "Concat"),
                arguments(PEOPLE.seen.gt(DSL.currentInstant()), "instead"),
                arguments(DSL.when(PEOPLE.age.eq(1), 2).eq(2), "CaseSearched"),
                arguments(PEOPLE.name.isJson(), "IsJson"),
                arguments(CustomCondition.of(context -> context.sql("x")), "instead"));
    }

    @ParameterizedTest
    @MethodSource("notPartOfTheLanguage")
    void whatIsNotKnownIsRefusedByName(Condition condition, String name) {
        assertRefused(condition).hasMessageContaining(name).hasMessageContaining("instead: ");
    }

    @Test
    void aComparisonWithNullIsRefusedWhereverItStands() {
        assertNull(PEOPLE.age.eq((Integer) null));
        assertNull(PEOPLE.age.ne((Integer) null));
        assertNull(PEOPLE.age.in(1, null));
        assertNull(PEOPLE.age.in(Arrays.asList(1, null)));
        assertNull(PEOPLE.age.notIn((Integer) null));
        assertNull(PEOPLE.age.between(1, null));
        assertNull(PEOPLE.name.like((String) null));
        assertNull(PEOPLE.name.startsWith((String) null));
        assertNull(Conditions.containsAll(PEOPLE.skills, Arrays.asList("a", null)));
        assertNull(PEOPLE.age.add((Integer) null).eq(1));
    }

    private static void assertNull(Condition condition) {
        assertRefused(condition)
                .hasMessageContaining("a comparison with null is never true")
                .hasMessageContaining("isNull()");
    }

    @Test
    @SuppressWarnings({"rawtypes", "unchecked"})
    void aValueThatTheTypeDoesNotCastIsRefusedWithoutShowingIt() {
        assertRefused(((Field) PEOPLE.age).eq("abc"))
                .hasMessageContaining("Person.age")
                .hasMessageContaining("integer")
                .hasMessageContaining("String")
                .hasMessageNotContaining("abc");
        assertRefused(((Field) PEOPLE.age).eq(1.5)).hasMessageContaining("Double");
        assertRefused(((Field) PEOPLE.id).in("not a uuid")).hasMessageContaining("uuid");
        assertRefused(((Field) PEOPLE.secret).eq(42)).hasMessageNotContaining("42");
        assertRefused(PEOPLE.anything.eq(new Object())).hasMessageContaining("Person.anything");
    }

    @Test
    void aNamedParameterIsRefusedWhereNobodyGivesItAValue() {
        assertRefused(PEOPLE.age.eq(DSL.param("minimum", Integer.class)))
                .hasMessageContaining("named parameter")
                .hasMessageContaining("minimum");
        assertRefused(PEOPLE.age.plus(DSL.param("more", Integer.class)).eq(3)).hasMessageContaining("more");
        assertRefused(PEOPLE.age.isDistinctFrom(DSL.param("other", Integer.class)))
                .hasMessageContaining("other");
    }

    @Test
    @SuppressWarnings({"rawtypes", "unchecked"})
    void valuesOfDifferentKindsAreNotCompared() {
        assertRefused(PEOPLE.age.eq((Field) PEOPLE.name)).hasMessageContaining("age (int32) with name (text)");
        assertRefused(PEOPLE.born.lt((Field) PEOPLE.seen)).hasMessageContaining("born (date) with seen (instant)");
        assertRefused(DSL.length(PEOPLE.name).eq((Field) DSL.val("x"))).hasMessageContaining("String");
        assertRefused(DSL.coalesce(PEOPLE.age, (Field) PEOPLE.name).eq(1)).hasMessageContaining("different kinds");
    }

    @Test
    void whatHasNoOrderIsNotOrdered() {
        assertRefused(PEOPLE.skills.lt(List.of("a")))
                .hasMessageContaining("skills (list)")
                .hasMessageContaining("no order");
        assertRefused(PEOPLE.marks.ge(Map.of())).hasMessageContaining("marks (map)");
        assertRefused(PEOPLE.home.gt(new People.Address("a", 1, List.of())))
                .hasMessageContaining("home (embedded record)");
        assertThatThrownBy(() -> TranslatorTestSupport.TRANSLATOR.order(PEOPLE.numbers.asc()))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("numbers (set)");
    }

    @Test
    void functionsNeedTheirKind() {
        assertRefused(DSL.lower(asText(PEOPLE.age)).eq("a")).hasMessageContaining("a text column");
        assertRefused(PEOPLE.age.like("1%")).hasMessageContaining("age (int32)");
        assertRefused(PEOPLE.born.add(1).eq(PEOPLE.born)).hasMessageContaining("plain numbers");
        assertRefused(PEOPLE.score.mod(2).eq(1.0)).hasMessageContaining("whole ones for a remainder");
        assertRefused(DSL.condition(asBoolean(PEOPLE.age))).hasMessageContaining("a boolean column");
    }

    @Test
    void constantsAloneAreRefused() {
        assertRefused(DSL.val(1).eq(1)).hasMessageContaining("does not depend on the row");
        assertRefused(DSL.val(1).in(1, 2)).hasMessageContaining("does not depend on the row");
        assertRefused(DSL.lower("A").eq("a")).hasMessageContaining("does not depend on the row");
        assertRefused(DSL.val(1).isNull()).hasMessageContaining("does not depend on the row");
        assertThatThrownBy(() -> TranslatorTestSupport.TRANSLATOR.order(DSL.inline(1)))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("columns in orders");
    }

    @Test
    void columnsOfOtherSchemasAreRefused() {
        Others others = new Others();
        assertRefused(others.age.eq(1)).hasMessageContaining("did you mean Person.age?");
        assertRefused(others.color.eq("red"))
                .hasMessageContaining("Other.color")
                .hasMessageContaining("a query of");
    }

    @Test
    void columnsOfElementsAndOfRowsAreNotMixed() {
        Condition ofElement = PEOPLE.addresses.element(ADDRESS.city).eq("Athens");
        assertRefused(ofElement).hasMessageContaining("anyElement(Person.addresses, condition)");
        assertRefused(Conditions.anyElement(PEOPLE.addresses, PEOPLE.age.eq(1)))
                .hasMessageContaining("can only use columns of the element");
        assertRefused(Conditions.anyElement(PEOPLE.skills, ofElement)).hasMessageContaining("Person.addresses");
        assertRefused(Conditions.anyElement(PEOPLE.skills, Conditions.anyElement(PEOPLE.numbers, PEOPLE.age.eq(1))))
                .hasMessageContaining("columns of the element");
    }

    @Test
    void aVirtualFieldIsRefused() {
        assertRefused(PEOPLE.note.eq("x")).hasMessageContaining("virtual");
    }

    @Test
    void anAlternativeOrAPatternThatIsAColumnIsRefused() {
        assertRefused(PEOPLE.name.in(PEOPLE.secret)).hasMessageContaining("alternatives must be values");
        assertRefused(PEOPLE.name.like(PEOPLE.secret)).hasMessageContaining("must be a value");
        assertRefused(PEOPLE.name.contains(PEOPLE.secret)).hasMessageContaining("must be a value");
        assertRefused(PEOPLE.skills.contains(PEOPLE.skills)).hasMessageContaining("must be a value");
    }

    @Test
    void nestingHasALimitAndNoOneRunsOutOfStack() {
        Condition nested = PEOPLE.age.eq(0);
        Field<Integer> sum = PEOPLE.age;
        for (int i = 0; i < 10_000; i++) {
            nested = i % 2 == 0 ? PEOPLE.age.eq(i).or(nested) : PEOPLE.age.eq(i).and(nested);
            sum = sum.add(1);
        }
        assertRefused(nested).hasMessageContaining("nested too deeply");
        assertRefused(sum.eq(1)).hasMessageContaining("nested too deeply");
        Condition negated = PEOPLE.age.eq(0);
        for (int i = 0; i < 10_000; i++) {
            negated = negated.not();
        }
        assertThat(TranslatorTestSupport.translate(negated)).hasToString("age = ?");
    }

    @SuppressWarnings("unchecked") // what a program with a cast can do
    private static Field<String> asText(Field<?> field) {
        return (Field<String>) field;
    }

    @SuppressWarnings("unchecked") // what a program with a cast can do
    private static Field<Boolean> asBoolean(Field<?> field) {
        return (Field<Boolean>) field;
    }

    /** The record of another schema. */
    public record Other(Integer age, String color) {}

    private static final class Others extends Schema<Other> {
        final Column<Other, Integer> age = field("age", Types.integer());
        final Column<Other, String> color = field("color", Types.string());

        Others() {
            super(Other.class, "others");
        }
    }
}
