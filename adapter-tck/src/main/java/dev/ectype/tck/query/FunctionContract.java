package dev.ectype.tck.query;

import static dev.ectype.tck.sample.Conditions.call;
import static dev.ectype.tck.sample.Conditions.compareWith;
import static dev.ectype.tck.sample.Conditions.eq;
import static dev.ectype.tck.sample.Conditions.gt;
import static dev.ectype.tck.sample.Conditions.isNull;
import static dev.ectype.tck.sample.Conditions.not;
import static dev.ectype.tck.sample.Conditions.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Operand.Function;
import dev.ectype.query.ir.Order;
import dev.ectype.tck.harness.ContractTest;
import dev.ectype.tck.harness.Filled;
import dev.ectype.tck.harness.Table;
import dev.ectype.tck.sample.Sources;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Functions of fields, and fields compared with one another. */
public abstract class FunctionContract extends ContractTest {

    @Test
    @DisplayName("F1 fields are compared with each other, unknown where one is not there")
    void fieldsAreComparedWithEachOther() {
        Table kept = bench().table(Sources.holding(Scalar.INT32));
        kept.holds("less", 1, 2);
        kept.holds("same", 2, 2);
        kept.holds("more", 3, 2);
        kept.holds("left", 3, null);
        kept.holds("right", null, 3);
        kept.holds("none", null, null);
        for (Comparison comparison : Comparison.values()) {
            kept.where(compareWith(kept.path("value"), comparison, kept.path("other")))
                    .check();
            kept.where(not(compareWith(kept.path("value"), comparison, kept.path("other"))))
                    .check();
        }
    }

    @Test
    @DisplayName("F2 lower, upper and length of a text, length in code points")
    void functionsOfTexts() {
        Table kept = bench().table(Sources.holding(Scalar.TEXT));
        List<String> texts = List.of("Ann", "ANN", "\u00c9t\u00e9", "Stra\u00dfe", "\uD83D\uDE00", "\u0130");
        texts.forEach(text -> kept.holds("of " + texts.indexOf(text), text));
        kept.holds("none");
        Operand lower = call(Function.LOWER, Scalar.TEXT, kept.path("value"));
        Operand upper = call(Function.UPPER, Scalar.TEXT, kept.path("value"));
        Operand length = call(Function.LENGTH, Scalar.INT32, kept.path("value"));
        for (String text : List.of("ann", "\u00e9t\u00e9", "stra\u00dfe")) {
            kept.where(eq(lower, text)).check();
        }
        for (String text : List.of("ANN", "STRASSE", "\u00c9T\u00c9")) {
            kept.where(eq(upper, text)).check();
        }
        assertThat(kept.where(eq(length, 1)).check()).hasSize(2);
        kept.where(not(gt(length, 3))).check();
        kept.where(isNull(lower)).check();
    }

    @Test
    @DisplayName("F3 coalesce is its first part that is there")
    void coalesceIsTheFirstThatIsThere() {
        Table kept = bench().table(Sources.holding(Scalar.INT32));
        kept.holds("both", 1, 2);
        kept.holds("right", null, 3);
        kept.holds("none", null, null);
        Operand first = call(Function.COALESCE, Scalar.INT32, kept.path("value"), kept.path("other"));
        Operand orZero =
                call(Function.COALESCE, Scalar.INT32, kept.path("value"), kept.path("other"), value(Scalar.INT32, 0));
        kept.where(eq(first, 3)).check();
        kept.where(isNull(first)).check();
        assertThat(kept.where(eq(orZero, 0)).check()).hasSize(1);
    }

    @Test
    @DisplayName("F4 arithmetic on whole numbers: exact, towards zero, null for a division by zero or a missing part")
    void arithmeticOnWholeNumbers() {
        Table kept = bench().table(Sources.holding(Scalar.INT64));
        kept.holds("a", 7L, 2L);
        kept.holds("b", -7L, 2L);
        kept.holds("c", 7L, 0L);
        kept.holds("d", 7L, null);
        kept.holds("e", 1L << 53, 1L);
        List<Function> functions =
                List.of(Function.ADD, Function.SUBTRACT, Function.MULTIPLY, Function.DIVIDE, Function.MODULO);
        for (Function function : functions) {
            Operand result = call(function, Scalar.INT64, kept.path("value"), kept.path("other"));
            for (long wanted : new long[] {9, 5, 14, 3, -3, 1, -1, (1L << 53) + 1, 7}) {
                kept.where(eq(result, wanted)).check();
                kept.where(gt(result, wanted)).check();
            }
            kept.where(isNull(result)).check();
        }
        Operand negated = call(Function.NEGATE, Scalar.INT64, kept.path("value"));
        assertThat(kept.where(eq(negated, 7L)).check()).hasSize(1);
    }

    @Test
    @DisplayName("F5 functions may be nested, and rows ordered by them")
    void functionsMayBeNestedAndOrderedBy() {
        Table people = Filled.people(bench());
        Operand age = people.path("age");
        Operand older = call(Function.ADD, Scalar.INT32, age, value(Scalar.INT32, 5));
        Operand ranked = call(Function.MULTIPLY, Scalar.INT32, older, value(Scalar.INT32, -1));
        people.where(eq(ranked, -35)).check();
        people.orderedBy(Order.ascending(ranked), Order.ascending(people.path("id")))
                .check();
        people.orderedBy(
                        Order.ascending(call(Function.LOWER, Scalar.TEXT, people.path("name"))),
                        Order.ascending(people.path("id")))
                .check();
    }
}
