package dev.ectype.query.eval;

import static dev.ectype.query.eval.Truth.FALSE;
import static dev.ectype.query.eval.Truth.TRUE;
import static dev.ectype.query.eval.Truth.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.Predicate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TruthTest {
    private static final Map<Truth, Predicate> HAVING = Map.of(
            TRUE, new Predicate.Constant(true),
            FALSE, new Predicate.Constant(false),
            UNKNOWN, Samples.compare(3, Comparison.EQ, 1));

    @ParameterizedTest
    @CsvSource({
        "TRUE, TRUE, TRUE, TRUE",
        "TRUE, FALSE, FALSE, TRUE",
        "TRUE, UNKNOWN, UNKNOWN, TRUE",
        "FALSE, FALSE, FALSE, FALSE",
        "FALSE, UNKNOWN, FALSE, UNKNOWN",
        "UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN"
    })
    void combinesAsSqlDoesInEitherOrder(Truth left, Truth right, Truth conjunction, Truth disjunction) {
        assertThat(List.of(left.and(right), right.and(left))).containsOnly(conjunction);
        assertThat(List.of(left.or(right), right.or(left))).containsOnly(disjunction);
        assertThat(List.of(and(left, right), and(right, left))).containsOnly(conjunction);
        assertThat(List.of(or(left, right), or(right, left))).containsOnly(disjunction);
    }

    @ParameterizedTest
    @CsvSource({"TRUE, FALSE", "FALSE, TRUE", "UNKNOWN, UNKNOWN"})
    void negatesAsSqlDoes(Truth truth, Truth negated) {
        assertThat(truth.not()).isEqualTo(negated);
        assertThat(Samples.test(new Predicate.Not(HAVING.get(truth)), Samples.row()))
                .isEqualTo(negated);
    }

    @ParameterizedTest
    @EnumSource(Truth.class)
    void onlyTrueMatches(Truth truth) {
        assertThat(truth.matches()).isEqualTo(truth == TRUE);
        assertThat(Evaluator.of(HAVING.get(truth)).matches(Samples.row())).isEqualTo(truth == TRUE);
    }

    private static Truth and(Truth left, Truth right) {
        return Samples.test(new Predicate.And(List.of(HAVING.get(left), HAVING.get(right))), Samples.row());
    }

    private static Truth or(Truth left, Truth right) {
        return Samples.test(new Predicate.Or(List.of(HAVING.get(left), HAVING.get(right))), Samples.row());
    }
}
