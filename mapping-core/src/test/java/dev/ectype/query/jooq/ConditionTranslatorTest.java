package dev.ectype.query.jooq;

import static dev.ectype.query.jooq.People.PEOPLE;
import static dev.ectype.query.jooq.TranslatorTestSupport.call;
import static dev.ectype.query.jooq.TranslatorTestSupport.compare;
import static dev.ectype.query.jooq.TranslatorTestSupport.translate;
import static dev.ectype.query.jooq.TranslatorTestSupport.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.Operand.Function;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Predicate.Text.Match;
import dev.ectype.query.ir.Value;
import dev.ectype.types.phone.Phone;
import dev.ectype.types.stored.Storage.Scalar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConditionTranslatorTest {

    @Test
    void comparisonsKeepTheColumnOnTheLeft() {
        assertThat(translate(PEOPLE.age.eq(18))).isEqualTo(compare(PEOPLE.age, Comparison.EQ, 18));
        assertThat(translate(PEOPLE.age.ne(18))).isEqualTo(compare(PEOPLE.age, Comparison.NE, 18));
        assertThat(translate(PEOPLE.age.lt(18))).isEqualTo(compare(PEOPLE.age, Comparison.LT, 18));
        assertThat(translate(PEOPLE.age.le(18))).isEqualTo(compare(PEOPLE.age, Comparison.LE, 18));
        assertThat(translate(PEOPLE.age.gt(18))).isEqualTo(compare(PEOPLE.age, Comparison.GT, 18));
        assertThat(translate(PEOPLE.age.ge(18))).isEqualTo(compare(PEOPLE.age, Comparison.GE, 18));
        assertThat(translate(DSL.val(18).gt(PEOPLE.age))).isEqualTo(compare(PEOPLE.age, Comparison.LT, 18));
        assertThat(translate(DSL.inline(18).le(PEOPLE.age))).isEqualTo(compare(PEOPLE.age, Comparison.GE, 18));
    }

    @Test
    void columnsAreComparedWithEachOther() {
        assertThat(translate(PEOPLE.name.gt(PEOPLE.secret)))
                .isEqualTo(new Predicate.Compare(PEOPLE.name.path(), Comparison.GT, PEOPLE.secret.path()));
        Field<Integer> visits = asIntegers(PEOPLE.visits);
        assertThat(translate(PEOPLE.age.eq(visits)))
                .isEqualTo(new Predicate.Compare(PEOPLE.age.path(), Comparison.EQ, PEOPLE.visits.path()));
    }

    @Test
    void valuesAreCastAndDumpedByTheirColumn() {
        assertThat(translate(PEOPLE.phone.eq(Phone.of("+302101234567"))))
                .isEqualTo(compare(PEOPLE.phone, Comparison.EQ, "+302101234567"));
        assertThat(translate(PEOPLE.level.in(People.Level.HIGH)))
                .isEqualTo(new Predicate.In(PEOPLE.level.path(), List.of(value(PEOPLE.level, "HIGH"))));
        assertThat(translate(PEOPLE.born.lt(LocalDate.EPOCH)))
                .isEqualTo(compare(PEOPLE.born, Comparison.LT, LocalDate.EPOCH));
        assertThat(translate(PEOPLE.balance.eq(new BigDecimal("1.50"))))
                .isEqualTo(compare(PEOPLE.balance, Comparison.EQ, new BigDecimal("1.50")));
    }

    @Test
    @SuppressWarnings({"rawtypes", "unchecked"})
    void aValueOfAnotherClassReachesTheCastUntouched() {
        assertThat(translate(((Field) PEOPLE.age).eq("5"))).isEqualTo(compare(PEOPLE.age, Comparison.EQ, 5));
        assertThat(translate(((Field) PEOPLE.balance).eq(5L)))
                .isEqualTo(compare(PEOPLE.balance, Comparison.EQ, new BigDecimal(5)));
    }

    @Test
    void connectivesBecomeFlat() {
        Condition a = PEOPLE.age.eq(1);
        Condition b = PEOPLE.age.eq(2);
        Condition c = PEOPLE.age.eq(3);
        List<Predicate> terms = List.of(translate(a), translate(b), translate(c));
        assertThat(translate(a.and(b).and(c))).isEqualTo(new Predicate.And(terms));
        assertThat(translate(a.and(b.and(c)))).isEqualTo(new Predicate.And(terms));
        assertThat(translate(DSL.and(a, b, c))).isEqualTo(new Predicate.And(terms));
        assertThat(translate(a.or(b.or(c)))).isEqualTo(new Predicate.Or(terms));
        assertThat(translate(a.and(b.or(c))))
                .isEqualTo(new Predicate.And(List.of(terms.get(0), new Predicate.Or(terms.subList(1, 3)))));
    }

    @Test
    void negationsOfNegationsDisappear() {
        Condition a = PEOPLE.age.eq(1);
        assertThat(translate(a.not())).isEqualTo(new Predicate.Not(translate(a)));
        assertThat(translate(a.not().not())).isEqualTo(translate(a));
        assertThat(translate(PEOPLE.age.notIn(1).not())).isEqualTo(translate(PEOPLE.age.in(1)));
        assertThat(translate(a.andNot(a))).isEqualTo(new Predicate.And(List.of(translate(a), translate(a.not()))));
    }

    @Test
    void constantsDisappear() {
        Condition a = PEOPLE.age.eq(1);
        assertThat(translate(DSL.trueCondition().and(a))).isEqualTo(translate(a));
        assertThat(translate(DSL.falseCondition().or(a))).isEqualTo(translate(a));
        assertThat(translate(a.and(DSL.falseCondition()))).isEqualTo(new Predicate.Constant(false));
        assertThat(translate(a.or(DSL.trueCondition()))).isEqualTo(new Predicate.Constant(true));
        assertThat(translate(DSL.and(List.of()))).isEqualTo(new Predicate.Constant(true));
        assertThat(translate(DSL.or(List.of()))).isEqualTo(new Predicate.Constant(false));
        assertThat(translate(DSL.condition(true))).isEqualTo(new Predicate.Constant(true));
    }

    @Test
    void noConditionIsTrueAndItsNegationWhatJooqRendersForIt() {
        Condition a = PEOPLE.age.eq(1);
        assertThat(translate(DSL.noCondition())).isEqualTo(new Predicate.Constant(true));
        assertThat(translate(DSL.noCondition().and(a))).isEqualTo(translate(a));
        assertThat(translate(DSL.noCondition().or(a))).isEqualTo(translate(a));
        assertThat(DSL.not(DSL.noCondition())).hasToString("not (true)");
        assertThat(translate(DSL.not(DSL.noCondition()))).isEqualTo(new Predicate.Constant(false));
        assertThat(translate(a.or(DSL.not(DSL.noCondition())))).isEqualTo(translate(a));
    }

    @Test
    void nullIsAskedForInItsOwnWords() {
        assertThat(translate(PEOPLE.name.isNull())).isEqualTo(new Predicate.IsNull(PEOPLE.name.path()));
        assertThat(translate(PEOPLE.name.isNotNull()))
                .isEqualTo(new Predicate.Not(new Predicate.IsNull(PEOPLE.name.path())));
    }

    @Test
    void booleanColumnsAreConditions() {
        Predicate isActive = compare(PEOPLE.active, Comparison.EQ, true);
        assertThat(translate(DSL.condition(PEOPLE.active))).isEqualTo(isActive);
        assertThat(translate(PEOPLE.active.isTrue())).isEqualTo(isActive);
        assertThat(translate(PEOPLE.active.isFalse())).isEqualTo(compare(PEOPLE.active, Comparison.EQ, false));
        assertThat(translate(PEOPLE.age.eq(1).and(PEOPLE.active)))
                .isEqualTo(new Predicate.And(List.of(compare(PEOPLE.age, Comparison.EQ, 1), isActive)));
    }

    @Test
    void alternativesAreOneNode() {
        List<Value> values = List.of(value(PEOPLE.age, 1), value(PEOPLE.age, 2));
        assertThat(translate(PEOPLE.age.in(1, 2))).isEqualTo(new Predicate.In(PEOPLE.age.path(), values));
        assertThat(translate(PEOPLE.age.notIn(1, 2)))
                .isEqualTo(new Predicate.Not(new Predicate.In(PEOPLE.age.path(), values)));
        assertThat(translate(PEOPLE.age.in(List.of()))).isEqualTo(new Predicate.In(PEOPLE.age.path(), List.of()));
        assertThat(translate(PEOPLE.age.notIn(List.of())))
                .isEqualTo(new Predicate.Not(new Predicate.In(PEOPLE.age.path(), List.of())));
    }

    @Test
    void rangesAreTwoComparisons() {
        Predicate within = new Predicate.And(
                List.of(compare(PEOPLE.age, Comparison.GE, 1), compare(PEOPLE.age, Comparison.LE, 5)));
        Predicate backwards = new Predicate.And(
                List.of(compare(PEOPLE.age, Comparison.GE, 5), compare(PEOPLE.age, Comparison.LE, 1)));
        Predicate either = new Predicate.Or(List.of(within, backwards));
        assertThat(translate(PEOPLE.age.between(1, 5))).isEqualTo(within);
        assertThat(translate(PEOPLE.age.between(1).and(5))).isEqualTo(within);
        assertThat(translate(PEOPLE.age.notBetween(1, 5))).isEqualTo(new Predicate.Not(within));
        assertThat(translate(PEOPLE.age.between(1, 5).not())).isEqualTo(new Predicate.Not(within));
        assertThat(translate(PEOPLE.age.notBetween(1, 5).not())).isEqualTo(within);
        assertThat(translate(PEOPLE.age.betweenSymmetric(1, 5))).isEqualTo(either);
        assertThat(translate(PEOPLE.age.notBetweenSymmetric(1, 5))).isEqualTo(new Predicate.Not(either));
        assertThat(translate(PEOPLE.age.gt(0).and(PEOPLE.age.between(1, 5))))
                .hasToString("(age > ? and age >= ? and age <= ?)");
    }

    @Test
    void rangesOfSecretsAndOfOwnClassesAreToldApartToo() {
        assertThat(translate(PEOPLE.secret.notBetween("a", "b"))).isInstanceOf(Predicate.Not.class);
        assertThat(translate(PEOPLE.secret.between("a", "b"))).isInstanceOf(Predicate.And.class);
        assertThat(translate(PEOPLE.photo.between(new byte[] {1}, new byte[] {2})))
                .isInstanceOf(Predicate.And.class);
        assertThat(translate(PEOPLE.photo.notBetween(new byte[] {1}, new byte[] {2})))
                .isInstanceOf(Predicate.Not.class);
    }

    @Test
    void textIsTestedAsItIs() {
        assertThat(translate(PEOPLE.name.startsWith("a%"))).isEqualTo(text(Match.STARTS_WITH, "a%", false));
        assertThat(translate(PEOPLE.name.endsWith("_"))).isEqualTo(text(Match.ENDS_WITH, "_", false));
        assertThat(translate(PEOPLE.name.contains("!"))).isEqualTo(text(Match.CONTAINS, "!", false));
        assertThat(translate(PEOPLE.name.startsWithIgnoreCase("A"))).isEqualTo(text(Match.STARTS_WITH, "A", true));
        assertThat(translate(PEOPLE.name.endsWithIgnoreCase("A"))).isEqualTo(text(Match.ENDS_WITH, "A", true));
        assertThat(translate(PEOPLE.name.containsIgnoreCase("A"))).isEqualTo(text(Match.CONTAINS, "A", true));
        assertThat(translate(PEOPLE.name.notContains("a")))
                .isEqualTo(new Predicate.Not(text(Match.CONTAINS, "a", false)));
        assertThat(translate(PEOPLE.name.like("a%"))).isEqualTo(text(Match.LIKE, "a%", false));
        assertThat(translate(PEOPLE.name.notLike("a%"))).isEqualTo(new Predicate.Not(text(Match.LIKE, "a%", false)));
        assertThat(translate(PEOPLE.name.likeIgnoreCase("a%"))).isEqualTo(text(Match.LIKE, "a%", true));
        assertThat(translate(PEOPLE.name.notLikeIgnoreCase("a%")))
                .isEqualTo(new Predicate.Not(text(Match.LIKE, "a%", true)));
    }

    @Test
    void theTextOfAValueClassIsTestedWithoutCasting() {
        assertThat(translate(PEOPLE.phone.like("+30%")))
                .isEqualTo(new Predicate.Text(PEOPLE.phone.path(), Match.LIKE, value(PEOPLE.phone, "+30%"), false));
        assertThat(translate(PEOPLE.phone.startsWith(Phone.of("+302101234567"))))
                .isEqualTo(new Predicate.Text(
                        PEOPLE.phone.path(), Match.STARTS_WITH, value(PEOPLE.phone, "+302101234567"), false));
    }

    @Test
    void everyEscapeCharacterBecomesTheOne() {
        assertThat(translate(PEOPLE.name.like("a!%!!\\b%", '!'))).isEqualTo(text(Match.LIKE, "a\\%!\\\\b%", false));
        assertThat(translate(PEOPLE.name.like("a\\%", '\\'))).isEqualTo(text(Match.LIKE, "a\\%", false));
        assertThat(translate(PEOPLE.name.like("50%%", '%'))).isEqualTo(text(Match.LIKE, "50\\%", false));
        assertThat(translate(PEOPLE.name.notLike("!_", '!')))
                .isEqualTo(new Predicate.Not(text(Match.LIKE, "\\_", false)));
        assertThat(translate(PEOPLE.name.likeIgnoreCase("!x!", '!'))).isEqualTo(text(Match.LIKE, "x!", true));
    }

    @Test
    void equalIgnoringCaseComparesInLowerCase() {
        assertThat(translate(PEOPLE.name.equalIgnoreCase("ADA")))
                .isEqualTo(new Predicate.Compare(
                        call(Function.LOWER, Scalar.TEXT, PEOPLE.name.path()),
                        Comparison.EQ,
                        value("ada", Scalar.TEXT)));
        assertThat(translate(PEOPLE.name.notEqualIgnoreCase("ADA")))
                .isEqualTo(new Predicate.Compare(
                        call(Function.LOWER, Scalar.TEXT, PEOPLE.name.path()),
                        Comparison.NE,
                        value("ada", Scalar.TEXT)));
    }

    @Test
    void aCastOfTextToTextIsNothing() {
        assertThat(translate(PEOPLE.phone.equalIgnoreCase("+30X"))).hasToString("lower(phone) = ?");
        assertThat(translate(PEOPLE.name.cast(String.class).eq("x"))).hasToString("name = ?");
    }

    @Test
    void functionsOfColumnsAreCompared() {
        assertThat(translate(DSL.upper(PEOPLE.name).eq("ADA"))).hasToString("upper(name) = ?");
        assertThat(translate(DSL.length(PEOPLE.name).gt(3)))
                .isEqualTo(new Predicate.Compare(
                        call(Function.LENGTH, Scalar.INT32, PEOPLE.name.path()),
                        Comparison.GT,
                        value(3, Scalar.INT32)));
        assertThat(translate(
                        DSL.coalesce(PEOPLE.name, PEOPLE.secret, DSL.val("x")).eq("y")))
                .hasToString("coalesce(name, secret, ?) = ?");
        assertThat(translate(DSL.nvl(PEOPLE.phone, Phone.of("+302101234567")).isNull()))
                .isEqualTo(new Predicate.IsNull(call(
                        Function.COALESCE, Scalar.TEXT, PEOPLE.phone.path(), value(PEOPLE.phone, "+302101234567"))));
        assertThat(translate(DSL.lower(PEOPLE.name).like("a%"))).hasToString("lower(name) like ?");
        assertThat(translate(DSL.lower(PEOPLE.name).in("a", "b"))).hasToString("lower(name) in (2 values)");
        assertThat(translate(DSL.val("x").eq(DSL.lower(PEOPLE.name)))).hasToString("lower(name) = ?");
    }

    @Test
    void arithmeticWidensSoThatNothingOverflows() {
        assertThat(translate(PEOPLE.age.add(1).gt(20)))
                .isEqualTo(new Predicate.Compare(
                        call(Function.ADD, Scalar.INT64, PEOPLE.age.path(), value(1, Scalar.INT32)),
                        Comparison.GT,
                        value(20, Scalar.INT32)));
        assertThat(TranslatorTestSupport.TRANSLATOR
                        .operand(PEOPLE.visits.mul(2))
                        .storage())
                .isEqualTo(Scalar.INTEGER);
        assertThat(TranslatorTestSupport.TRANSLATOR
                        .operand(PEOPLE.balance.div(PEOPLE.balance))
                        .storage())
                .isEqualTo(Scalar.DECIMAL);
        assertThat(TranslatorTestSupport.TRANSLATOR.operand(PEOPLE.score.neg())).hasToString("negate(score)");
        assertThat(translate(PEOPLE.age.sub(PEOPLE.age).eq(PEOPLE.age.mod(2))))
                .hasToString("subtract(age, age) = modulo(age, ?)");
    }

    @Test
    void distinctnessTakesNullForAValue() {
        Predicate isNull = new Predicate.IsNull(PEOPLE.age.path());
        assertThat(translate(PEOPLE.age.isDistinctFrom(1)))
                .isEqualTo(new Predicate.Or(List.of(isNull, compare(PEOPLE.age, Comparison.NE, 1))));
        assertThat(translate(PEOPLE.age.isDistinctFrom((Integer) null))).isEqualTo(new Predicate.Not(isNull));
        assertThat(translate(PEOPLE.age.isNotDistinctFrom((Integer) null))).isEqualTo(isNull);
    }

    @Test
    void aSecretStaysSecret() {
        Predicate.Compare plain = (Predicate.Compare) translate(PEOPLE.secret.eq("x"));
        assertThat(((Value) plain.right()).redacted()).isTrue();
        Predicate.Compare lower =
                (Predicate.Compare) translate(DSL.lower(PEOPLE.secret).eq("x"));
        assertThat(((Value) lower.right()).redacted()).isTrue();
        Predicate.Text text = (Predicate.Text) translate(PEOPLE.secret.like("x"));
        assertThat(text.pattern().redacted()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void tenThousandTermsDoNotNest(Chain chain) {
        List<Condition> terms = new ArrayList<>(
                IntStream.range(0, 10_000).mapToObj(PEOPLE.age::eq).toList());
        Predicate predicate = translate(chain.of(terms));
        assertThat(predicate.terms()).hasSize(10_000).startsWith(translate(terms.get(0)));
    }

    private enum Chain {
        LEFT_OR,
        RIGHT_OR,
        LEFT_AND;

        Condition of(List<Condition> terms) {
            return switch (this) {
                case LEFT_OR -> terms.stream().reduce(Condition::or).orElseThrow();
                case LEFT_AND -> terms.stream().reduce(Condition::and).orElseThrow();
                case RIGHT_OR -> {
                    Condition chain = terms.get(terms.size() - 1);
                    for (int i = terms.size() - 2; i >= 0; i--) {
                        chain = terms.get(i).or(chain);
                    }
                    yield chain;
                }
            };
        }
    }

    @SuppressWarnings("unchecked") // what a program with a cast can do
    private static Field<Integer> asIntegers(Field<?> field) {
        return (Field<Integer>) field;
    }

    private static Predicate text(Match match, String pattern, boolean ignoreCase) {
        return new Predicate.Text(PEOPLE.name.path(), match, value(PEOPLE.name, pattern), ignoreCase);
    }
}
