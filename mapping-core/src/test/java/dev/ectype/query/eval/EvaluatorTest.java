package dev.ectype.query.eval;

import static dev.ectype.query.eval.Samples.compare;
import static dev.ectype.query.eval.Samples.field;
import static dev.ectype.query.eval.Samples.in;
import static dev.ectype.query.eval.Samples.path;
import static dev.ectype.query.eval.Samples.row;
import static dev.ectype.query.eval.Samples.test;
import static dev.ectype.query.eval.Samples.value;
import static dev.ectype.query.eval.Truth.FALSE;
import static dev.ectype.query.eval.Truth.TRUE;
import static dev.ectype.query.eval.Truth.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.error.MappingException;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.FieldPath.Position;
import dev.ectype.query.ir.FieldPath.Slot;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Predicate.Text.Match;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage.Scalar;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EvaluatorTest {

    @ParameterizedTest
    @EnumSource(Comparison.class)
    void everyComparisonWithNullIsUnknownAndSoIsItsNegation(Comparison comparison) {
        Predicate withConstant = compare(0, comparison, 5);
        Predicate withField = new Predicate.Compare(field(1), comparison, field(0));
        for (Predicate predicate : List.of(withConstant, withField)) {
            assertThat(test(predicate, row(null, 5))).isEqualTo(UNKNOWN);
            assertThat(test(new Predicate.Not(predicate), row(null, 5))).isEqualTo(UNKNOWN);
        }
    }

    @ParameterizedTest
    @EnumSource(Comparison.class)
    void everyComparisonHoldsAsItsSignSays(Comparison comparison) {
        for (int i = -1; i <= 1; i++) {
            Truth expected = Truth.of(comparison.holds(i));
            assertThat(test(compare(0, comparison, 5L), row(5 + i))).isEqualTo(expected);
            assertThat(test(new Predicate.Compare(field(0), comparison, field(1)), row(5 + i, new BigDecimal("5.0"))))
                    .isEqualTo(expected);
        }
    }

    @Test
    void valuesOfDifferentKindsAreUnequalAndNeitherIsLess() {
        Row text = row("a");
        assertThat(test(compare(0, Comparison.EQ, 1), text)).isEqualTo(FALSE);
        assertThat(test(compare(0, Comparison.NE, 1), text)).isEqualTo(TRUE);
        assertThat(test(compare(0, Comparison.LT, 1), text)).isEqualTo(UNKNOWN);
        assertThat(test(compare(0, Comparison.GE, 1), text)).isEqualTo(UNKNOWN);
    }

    @Test
    void inNothingIsFalseEvenOfNull() {
        assertThat(test(in(0), row(1))).isEqualTo(FALSE);
        assertThat(test(in(0), row())).isEqualTo(FALSE);
        assertThat(test(new Predicate.Not(in(0)), row())).isEqualTo(TRUE);
    }

    @Test
    void inComparesByValueWhetherFewOrMany() {
        for (Predicate predicate : List.of(in(0, 1, "a"), in(0, 1, 2, 3, 4, 5, 6, "a"))) {
            assertThat(test(predicate, row(new BigDecimal("1.00")))).isEqualTo(TRUE);
            assertThat(test(predicate, row("a"))).isEqualTo(TRUE);
            assertThat(test(predicate, row("b"))).isEqualTo(FALSE);
            assertThat(test(predicate, row())).isEqualTo(UNKNOWN);
        }
    }

    @Test
    void isNullIsNeverUnknown() {
        assertThat(test(new Predicate.IsNull(field(0)), row())).isEqualTo(TRUE);
        assertThat(test(new Predicate.IsNull(field(0)), row(false))).isEqualTo(FALSE);
        assertThat(test(new Predicate.IsNull(field(0)), row(List.of()))).isEqualTo(FALSE);
    }

    @Test
    void testsTextAndNothingElse() {
        assertThat(test(text(Match.STARTS_WITH, "a%", false), row("a%b"))).isEqualTo(TRUE);
        assertThat(test(text(Match.STARTS_WITH, "a%", false), row("ab"))).isEqualTo(FALSE);
        assertThat(test(text(Match.ENDS_WITH, "B", true), row("ab"))).isEqualTo(TRUE);
        assertThat(test(text(Match.CONTAINS, "*", false), row("a*b"))).isEqualTo(TRUE);
        assertThat(test(text(Match.CONTAINS, "", false), row(""))).isEqualTo(TRUE);
        assertThat(test(text(Match.LIKE, "%", false), row())).isEqualTo(UNKNOWN);
        assertThat(test(text(Match.LIKE, "%", false), row(1))).isEqualTo(UNKNOWN);
    }

    @Test
    void findsMembersByValue() {
        Predicate one = new Predicate.Contains(field(0), value(1));
        assertThat(test(one, row(List.of(2, 1L)))).isEqualTo(TRUE);
        assertThat(test(one, row(Set.of(2)))).isEqualTo(FALSE);
        assertThat(test(one, row(Arrays.asList(null, 2)))).isEqualTo(FALSE);
        assertThat(test(one, row())).isEqualTo(UNKNOWN);
        Predicate text = new Predicate.Contains(field(0), value("a"));
        assertThat(test(text, row(Arrays.asList(null, "a")))).isEqualTo(TRUE);
    }

    @Test
    void findsAllMembers() {
        Predicate both = new Predicate.ContainsAll(field(0), List.of(value(1), value("a")));
        assertThat(test(both, row(List.of("a", 1)))).isEqualTo(TRUE);
        assertThat(test(both, row(List.of("a")))).isEqualTo(FALSE);
        assertThat(test(both, row())).isEqualTo(UNKNOWN);
        Predicate none = new Predicate.ContainsAll(field(0), List.of());
        assertThat(test(none, row(List.of()))).isEqualTo(TRUE);
        assertThat(test(none, row())).isEqualTo(UNKNOWN);
    }

    @Test
    void anElementMustMeetTheWholeCondition() {
        Predicate condition = new Predicate.And(List.of(compare(0, Comparison.EQ, 1), compare(1, Comparison.EQ, "a")));
        Predicate any = new Predicate.AnyElement(field(0), condition);
        assertThat(test(any, row(List.of(row(1, "b"), row(1, "a"))))).isEqualTo(TRUE);
        assertThat(test(any, row(List.of(row(1, "b"), row(2, "a"))))).isEqualTo(FALSE);
        assertThat(test(any, row(List.of()))).isEqualTo(FALSE);
        assertThat(test(any, row(List.of(row()))))
                .as("unknown for the only element")
                .isEqualTo(FALSE);
        assertThat(test(any, row())).isEqualTo(UNKNOWN);
    }

    @Test
    void anElementThatIsNoRowIsTestedItself() {
        FieldPath self = FieldPath.self(Scalar.INT32, false);
        Predicate adult = new Predicate.Compare(self, Comparison.GE, value(18));
        assertThat(test(new Predicate.AnyElement(field(0), adult), row(Arrays.asList(3, null, 18))))
                .isEqualTo(TRUE);
        assertThat(test(new Predicate.AnyElement(field(0), adult), row(Arrays.asList(3, null))))
                .isEqualTo(FALSE);
        Predicate missing = new Predicate.IsNull(self);
        assertThat(test(new Predicate.AnyElement(field(0), missing), row(Arrays.asList(3, null))))
                .isEqualTo(TRUE);
    }

    @Test
    void countsElements() {
        Predicate two = new Predicate.Size(field(0), Comparison.EQ, 2);
        assertThat(test(two, row(Arrays.asList(1, null)))).isEqualTo(TRUE);
        assertThat(test(two, row(Map.of("a", 1)))).isEqualTo(FALSE);
        assertThat(test(two, row())).isEqualTo(UNKNOWN);
        assertThat(test(two, row("ab"))).isEqualTo(UNKNOWN);
    }

    @Test
    void followsPathsThroughRowsListsAndMaps() {
        FieldPath deep = path(slot(0), slot(1), new Position(1), new FieldPath.Key("k"));
        Predicate equal = new Predicate.Compare(deep, Comparison.EQ, value("v"));
        assertThat(test(equal, row(row(0, List.of(0, Map.of("k", "v")))))).isEqualTo(TRUE);
        assertThat(test(equal, row(row(0, List.of(0))))).isEqualTo(UNKNOWN);
        assertThat(test(equal, row(row(0, List.of(0, Map.of("other", "v")))))).isEqualTo(UNKNOWN);
        assertThat(test(equal, row(row()))).isEqualTo(UNKNOWN);
        assertThat(test(equal, row("not a row"))).isEqualTo(UNKNOWN);
    }

    @Test
    void findsAFieldByItsStoredNameInARowOfASiblingLayout() {
        Layout sibling = new Layout(List.of(new Layout.Slot("f1", "s1", Scalar.ANY)), "sibling");
        Row inner = Row.over(sibling, new Object[] {"found"});
        assertThat(test(new Predicate.Compare(path(slot(2), slot(1)), Comparison.EQ, value("found")), row(0, 0, inner)))
                .isEqualTo(TRUE);
        assertThat(test(new Predicate.IsNull(path(slot(2), slot(0))), row(0, 0, inner)))
                .isEqualTo(TRUE);
    }

    @Test
    void refusesANativeCondition() {
        Predicate hidden = new Predicate.Not(new Predicate.Native("MongoDB", "{}"));
        assertThatThrownBy(() -> Evaluator.of(hidden))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("native condition")
                .hasMessageContaining("MongoDB");
    }

    @Test
    void allOfNothingIsTrue() {
        assertThat(Evaluator.ofAll(List.of()).test(row())).isEqualTo(TRUE);
        assertThat(test(new Predicate.Or(List.of()), row())).isEqualTo(FALSE);
    }

    private static Predicate text(Match match, String pattern, boolean ignoreCase) {
        return new Predicate.Text(field(0), match, value(pattern), ignoreCase);
    }

    private static Slot slot(int index) {
        return new Slot("f" + index, "s" + index, index);
    }
}
