package dev.ectype.query.jooq;

import static dev.ectype.query.jooq.People.PEOPLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.query.eval.Truth;
import dev.ectype.types.stored.Row;
import java.util.List;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** A random condition in jOOQ's words means what SQL says of it, computed here beside it and with nothing shared. */
class TranslationLawsTest {
    private static final int RUNS = Boolean.getBoolean("ectype.campaign") ? 200_000 : 5_000;

    private record Meaning(Condition condition, Function<Row, Truth> truth) {}

    @Test
    void aConditionMeansTheSameInBothWorlds() {
        for (long seed = 1; seed <= RUNS; seed++) {
            Random random = new Random(seed);
            Meaning meaning = meaning(random, 4);
            Row row = People.row(PEOPLE.age, integer(random), PEOPLE.name, text(random));
            assertThat(TranslatorTestSupport.test(meaning.condition(), row))
                    .as("seed %d: %s", seed, meaning.condition())
                    .isEqualTo(meaning.truth().apply(row));
        }
    }

    private static Meaning meaning(Random random, int depth) {
        if (depth == 0) {
            return leaf(random);
        }
        Meaning left = meaning(random, depth - 1);
        return switch (random.nextInt(5)) {
            case 0 -> {
                Meaning right = meaning(random, depth - 1);
                yield new Meaning(
                        left.condition().and(right.condition()),
                        row -> least(left.truth().apply(row), right.truth().apply(row)));
            }
            case 1 -> {
                Meaning right = meaning(random, depth - 1);
                yield new Meaning(
                        DSL.or(left.condition(), right.condition()),
                        row -> opposite(least(
                                opposite(left.truth().apply(row)),
                                opposite(right.truth().apply(row)))));
            }
            case 2 ->
                new Meaning(
                        DSL.not(left.condition()), row -> opposite(left.truth().apply(row)));
            default -> leaf(random);
        };
    }

    private static Meaning leaf(Random random) {
        int a = random.nextInt(4);
        int b = random.nextInt(4);
        String part = List.of("a", "b", "ab", "").get(random.nextInt(4));
        return switch (random.nextInt(14)) {
            case 0 -> ofAge(PEOPLE.age.eq(a), age -> age == a);
            case 1 -> ofAge(PEOPLE.age.ne(a), age -> age != a);
            case 2 -> ofAge(DSL.val(a).lt(PEOPLE.age), age -> a < age);
            case 3 -> ofAge(PEOPLE.age.between(a, b), age -> a <= age && age <= b);
            case 4 -> ofAge(PEOPLE.age.notBetween(a, b), age -> age < a || age > b);
            case 5 -> ofAge(PEOPLE.age.notBetweenSymmetric(a, b), age -> age < Math.min(a, b) || age > Math.max(a, b));
            case 6 -> ofAge(PEOPLE.age.in(a, b), age -> age == a || age == b);
            case 7 -> ofAge(PEOPLE.age.notIn(a, b), age -> age != a && age != b);
            case 8 -> ofAge(PEOPLE.age.add(a).mul(2).gt(b), age -> (age + a) * 2 > b);
            case 9 -> ofName(PEOPLE.name.contains(part), part, String::contains);
            case 10 -> ofName(PEOPLE.name.equalIgnoreCase(part), part, String::equalsIgnoreCase);
            case 11 -> new Meaning(PEOPLE.age.isNull(), row -> Truth.of(age(row) == null));
            case 12 -> new Meaning(PEOPLE.age.isDistinctFrom(a), row -> Truth.of(age(row) == null || age(row) != a));
            default -> ofName(PEOPLE.name.like(part + "%"), part, String::startsWith);
        };
    }

    private static Meaning ofAge(Condition condition, java.util.function.Predicate<Integer> test) {
        return new Meaning(condition, row -> age(row) == null ? Truth.UNKNOWN : Truth.of(test.test(age(row))));
    }

    private static Meaning ofName(Condition condition, String part, BiPredicate<String, String> test) {
        int slot = PEOPLE.name.path().slot();
        return new Meaning(
                condition,
                row -> row.get(slot) == null ? Truth.UNKNOWN : Truth.of(test.test((String) row.get(slot), part)));
    }

    private static Integer age(Row row) {
        return (Integer) row.get(PEOPLE.age.path().slot());
    }

    private static Truth least(Truth left, Truth right) {
        if (left == Truth.FALSE || right == Truth.FALSE) {
            return Truth.FALSE;
        }
        return left == Truth.UNKNOWN || right == Truth.UNKNOWN ? Truth.UNKNOWN : Truth.TRUE;
    }

    private static Truth opposite(Truth truth) {
        return truth == Truth.UNKNOWN ? truth : Truth.of(truth == Truth.FALSE);
    }

    private static Integer integer(Random random) {
        return random.nextInt(4) == 0 ? null : random.nextInt(4);
    }

    private static String text(Random random) {
        return random.nextInt(4) == 0
                ? null
                : List.of("", "a", "ab", "AB", "ba").get(random.nextInt(5));
    }
}
