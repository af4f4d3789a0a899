package dev.ectype.tck.query;

import static dev.ectype.tck.sample.Conditions.always;
import static dev.ectype.tck.sample.Conditions.and;
import static dev.ectype.tck.sample.Conditions.eq;
import static dev.ectype.tck.sample.Conditions.gt;
import static dev.ectype.tck.sample.Conditions.in;
import static dev.ectype.tck.sample.Conditions.isNull;
import static dev.ectype.tck.sample.Conditions.lt;
import static dev.ectype.tck.sample.Conditions.ne;
import static dev.ectype.tck.sample.Conditions.not;
import static dev.ectype.tck.sample.Conditions.or;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Predicate;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.WriteOutcome.Effect;
import dev.ectype.tck.harness.ContractTest;
import dev.ectype.tck.harness.Filled;
import dev.ectype.tck.harness.Table;
import dev.ectype.tck.sample.Sources;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Conditions that touch a null are unknown, and only true rows match. */
public abstract class LogicContract extends ContractTest {

    /** Four rows: the wanted value, another one, none at all, and one that was there and was removed. */
    private Table truths() {
        Table kept = bench().table(Sources.holding(Scalar.INT32));
        kept.holds("true", 1, 1);
        kept.holds("false", 2, 2);
        kept.holds("absent", null, 3);
        assertThat(kept.insert(kept.row("removed", 1, 4))).isEqualTo(Table.written(Effect.INSERTED));
        kept.update("removed", Assignment.set(kept.path("value"), null));
        kept.remember("removed", null, 4);
        return kept;
    }

    /** Conditions that are true, false, and unknown, each for one of the rows. */
    private static List<Predicate> ofEveryTruth(FieldPath value) {
        return List.of(
                eq(value, 1),
                ne(value, 1),
                lt(value, 2),
                gt(value, 1),
                in(value, 1, 7),
                isNull(value),
                always(true),
                always(false));
    }

    @Test
    @DisplayName("L1 a comparison with a value that is not there is unknown, and so is its negation")
    void comparisonsWithNothingAreUnknown() {
        Table kept = truths();
        FieldPath value = kept.path("value");
        for (Predicate condition : ofEveryTruth(value)) {
            kept.where(condition).check();
            kept.where(not(condition)).check();
            kept.where(not(not(condition))).check();
        }
        assertThat(kept.where(ne(value, 1)).check()).hasSize(1);
        assertThat(kept.where(not(eq(value, 1))).check()).hasSize(1);
    }

    @Test
    @DisplayName("L2 and, or and not combine true, false and unknown as SQL does")
    void combinesTruthsAsSqlDoes() {
        Table kept = truths();
        FieldPath value = kept.path("value");
        for (Predicate left : ofEveryTruth(value)) {
            for (Predicate right : ofEveryTruth(value)) {
                kept.where(left, right).check();
                kept.where(or(left, right)).check();
                kept.where(not(and(left, right))).check();
                kept.where(not(or(left, right))).check();
                kept.where(or(and(left, not(right)), and(not(left), right))).check();
            }
        }
    }

    @Test
    @DisplayName("L3 in () is false and not in () is true, also where the value is not there")
    void emptyListsAreFalse() {
        Table kept = truths();
        FieldPath value = kept.path("value");
        assertThat(kept.where(in(value)).check()).isEmpty();
        assertThat(kept.where(not(in(value))).check()).hasSize(4);
        assertThat(kept.where(or(in(value), eq(value, 2))).check()).hasSize(1);
        assertThat(kept.where(not(in(value)), eq(value, 2)).check()).hasSize(1);
        assertThat(kept.where(in(kept.path("id")), eq(value, 2)).check()).isEmpty();
    }

    @Test
    @DisplayName("L4 lists of values keep their values apart from those of other conditions")
    void listsDoNotMixWithOtherValues() {
        Table people = Filled.people(bench());
        FieldPath id = people.path("id");
        FieldPath age = people.path("age");
        assertThat(people.where(in(id, "p1", "p2"), eq(age, 25)).check()).hasSize(1);
        assertThat(people.where(eq(age, 30), in(id, "p1", "p2", "p6")).check()).hasSize(2);
        assertThat(people.where(in(age, 25, 30), in(id, "p1", "p2"), in(people.path("city"), "Berlin"))
                        .check())
                .hasSize(1);
        assertThat(people.where(not(in(age, 25, 30)), in(id)).check()).isEmpty();
        assertThat(people.where(in(age, 25, 25, 25)).check()).hasSize(2);
    }

    @Test
    @DisplayName("L5 not in a list leaves out rows without the value")
    void notInLeavesOutNothing() {
        Table kept = truths();
        assertThat(kept.where(not(in(kept.path("value"), 2, 3))).check()).hasSize(1);
        assertThat(kept.where(not(in(kept.path("value"), 1, 2, 3, 4, 5, 6, 7))).check())
                .isEmpty();
    }

    @Test
    @DisplayName("L6 null and absent are one: both are null, and neither is anything else")
    void nullAndAbsentAreOne() {
        Table kept = truths();
        FieldPath value = kept.path("value");
        assertThat(kept.where(isNull(value)).check()).hasSize(2);
        assertThat(kept.where(not(isNull(value))).check()).hasSize(2);
        assertThat(kept.where(isNull(value), ne(value, 1)).check()).isEmpty();
        assertThat(kept.where(or(isNull(value), eq(value, 1))).check()).hasSize(3);
    }

    @Test
    @DisplayName("L7 or is never and: nested as deep as asked, with and without a key")
    void orIsNeverAnd() {
        Table people = Filled.people(bench());
        Predicate key = eq(people.path("id"), "p1");
        Predicate berlin = eq(people.path("city"), "Berlin");
        Predicate young = lt(people.path("age"), 30);
        assertThat(people.where(or(key, berlin)).check()).hasSize(2);
        assertThat(people.where(or(key, and(berlin, young))).check()).hasSize(2);
        assertThat(people.where(or(and(key, berlin), young)).check()).hasSize(2);
        assertThat(people.where(key, or(berlin, young)).check()).isEmpty();
        assertThat(people.where(or(key, or(berlin, or(young, isNull(people.path("age"))))))
                        .check())
                .hasSize(4);
        assertThat(people.where(not(or(key, berlin))).check()).hasSize(3);
    }

    @Test
    @DisplayName("L8 an empty and is true, an empty or is false, and constants are what they are")
    void emptyTermsAndConstants() {
        Table kept = truths();
        Predicate wanted = eq(kept.path("value"), 1);
        assertThat(kept.where(or()).check()).isEmpty();
        assertThat(kept.where(or(and(), wanted)).check()).hasSize(4);
        assertThat(kept.where(not(or())).check()).hasSize(4);
        assertThat(kept.where(always(true), wanted).check()).hasSize(1);
        assertThat(kept.where(or(always(false), wanted)).check()).hasSize(1);
        assertThat(kept.where(always(false)).check()).isEmpty();
        assertThat(kept.where(wanted, not(wanted)).check()).isEmpty();
    }
}
