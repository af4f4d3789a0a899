package dev.ectype.tck.query;

import static dev.ectype.tck.sample.Conditions.compare;
import static dev.ectype.tck.sample.Conditions.eq;
import static dev.ectype.tck.sample.Conditions.gt;
import static dev.ectype.tck.sample.Conditions.in;
import static dev.ectype.tck.sample.Conditions.lt;
import static dev.ectype.tck.sample.Conditions.not;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import dev.ectype.tck.harness.ContractTest;
import dev.ectype.tck.harness.Table;
import dev.ectype.tck.profile.Capability;
import dev.ectype.tck.sample.Samples;
import dev.ectype.tck.sample.Sources;
import dev.ectype.types.stored.Storage.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Equality and order of values: by kind, the same on every store. */
public abstract class ComparisonContract extends ContractTest {

    static Stream<Scalar> kinds() {
        return Samples.kinds().stream();
    }

    static Stream<Scalar> numbers() {
        return Stream.of(Scalar.INT32, Scalar.INT64, Scalar.INTEGER, Scalar.FLOAT64, Scalar.DECIMAL);
    }

    private Table keeping(Scalar kind) {
        Table kept = bench().table(Sources.holding(kind));
        List<Object> values = Samples.ascending(kind);
        for (int i = 0; i < values.size(); i++) {
            kept.holds("k" + i, values.get(i), i % 2 == 0 ? values.get(0) : null);
        }
        kept.holds("none", null, null);
        return kept;
    }

    @ParameterizedTest(name = "C1 the six comparisons of {0} mean what they say, and none holds for a null")
    @MethodSource("kinds")
    void comparisonsMeanWhatTheySay(Scalar kind) {
        Table kept = keeping(kind);
        for (Object value : Samples.ascending(kind)) {
            for (Comparison comparison : Comparison.values()) {
                kept.where(compare(kept.path("value"), comparison, value)).check();
                kept.where(not(compare(kept.path("value"), comparison, value))).check();
            }
        }
    }

    @ParameterizedTest(name = "C2 two bounds of {0} are a range, in the order of the kind")
    @MethodSource("kinds")
    void twoBoundsAreARange(Scalar kind) {
        Table kept = keeping(kind);
        List<Object> values = Samples.ascending(kind);
        Object low = values.get(0);
        Object high = values.get(values.size() - 1);
        List<?> inside = kept.where(gt(kept.path("value"), low), lt(kept.path("value"), high))
                .check();
        assertThat(inside).hasSize(values.size() - 2);
    }

    @ParameterizedTest(name = "C3 a list of {0} has the rows of its values")
    @MethodSource("kinds")
    void listsHaveTheRowsOfTheirValues(Scalar kind) {
        Table kept = keeping(kind);
        List<Object> values = Samples.ascending(kind);
        kept.where(in(kept.path("value"), values.toArray())).check();
        kept.where(in(kept.path("value"), values.get(0), values.get(values.size() - 1)))
                .check();
        kept.where(not(in(kept.path("value"), values.get(0)))).check();
        kept.where(in(kept.path("value"), repeated(values))).check();
    }

    private static Object[] repeated(List<Object> values) {
        return Stream.concat(values.stream(), values.stream()).toArray();
    }

    @ParameterizedTest(name = "C4 {0} are sorted in the order of the kind")
    @MethodSource("kinds")
    void valuesAreSortedInTheirOrder(Scalar kind) {
        Table kept = keeping(kind);
        kept.orderedBy(Order.ascending(kept.path("value"))).check();
        kept.orderedBy(Order.descending(kept.path("value"))).check();
        kept.orderedBy(Order.descending(kept.path("other")), Order.ascending(kept.path("value")))
                .check();
    }

    @ParameterizedTest(name = "C5 {0} are compared with numbers of other kinds by exact value")
    @MethodSource("numbers")
    void numbersAreComparedByExactValue(Scalar kind) {
        bench().needs(Capability.MIXED_NUMBERS);
        Table kept = keeping(kind);
        FieldPath value = kept.path("value");
        List<Value> others = List.of(
                new Value(9, Scalar.INT32, false),
                new Value(9L, Scalar.INT64, false),
                new Value(new BigDecimal("9.00"), Scalar.DECIMAL, false),
                new Value(new BigDecimal("0.1"), Scalar.DECIMAL, false),
                new Value(9.5, Scalar.FLOAT64, false),
                new Value(0.0, Scalar.FLOAT64, false),
                new Value(BigInteger.TEN, Scalar.INTEGER, false),
                new Value((1L << 53) + 1, Scalar.INT64, false));
        for (Value other : others) {
            for (Comparison comparison : Comparison.values()) {
                kept.where(new Predicate.Compare(value, comparison, other)).check();
            }
        }
        kept.where(new Predicate.In(value, others)).check();
    }

    @Test
    @DisplayName("C6 decimals are equal by value, whatever their scale")
    void decimalsAreEqualByValue() {
        Table kept = bench().table(Sources.holding(Scalar.DECIMAL));
        kept.holds("a", new BigDecimal("1.0"));
        kept.holds("b", new BigDecimal("1.000"));
        kept.holds("c", new BigDecimal("1E+2"));
        assertThat(kept.where(eq(kept.path("value"), new BigDecimal("1"))).check())
                .hasSize(2);
        assertThat(kept.where(in(kept.path("value"), new BigDecimal("1.00"))).check())
                .hasSize(2);
        assertThat(kept.where(eq(kept.path("value"), new BigDecimal("100"))).check())
                .hasSize(1);
    }

    @Test
    @DisplayName("C7 minus zero is zero")
    void minusZeroIsZero() {
        Table kept = bench().table(Sources.holding(Scalar.FLOAT64));
        kept.holds("a", 0.0);
        kept.holds("b", -0.0);
        assertThat(kept.where(eq(kept.path("value"), 0.0)).check()).hasSize(2);
        assertThat(kept.where(eq(kept.path("value"), -0.0)).check()).hasSize(2);
        assertThat(kept.where(lt(kept.path("value"), 0.0)).check()).isEmpty();
    }

    @Test
    @DisplayName("C8 texts are compared exactly: by code point, with case, without trimming or normalising")
    void textsAreComparedExactly() {
        Table kept = bench().table(Sources.holding(Scalar.TEXT));
        List<String> texts =
                List.of("stra\u00dfe", "strasse", "STRASSE", "a", "a ", " a", "A", "\u00e9", "e\u0301", "\u0130", "i");
        texts.forEach(text -> kept.holds("of " + texts.indexOf(text), text));
        for (String text : texts) {
            assertThat(kept.where(eq(kept.path("value"), text)).check())
                    .as(text)
                    .hasSize(1);
        }
    }
}
