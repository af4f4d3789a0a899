package dev.ectype.query.jooq;

import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.Predicate;
import java.util.List;
import org.jooq.Field;
import org.jooq.Param;

/** Translates the comparison that takes null for a value, to conditions that are never unknown. */
final class Distinctness {
    private Distinctness() {}

    static Predicate distinct(Walk walk, Field<?> left, Field<?> right) {
        if (left instanceof Param && !(right instanceof Param)) {
            return distinct(walk, right, left);
        }
        Predicate leftIsNull = Comparisons.isNull(walk, left);
        if (!(right instanceof Param<?> param)) {
            return distinctFields(walk, left, right, leftIsNull);
        }
        return param.getParamName() == null && Literals.optional(param) == null
                ? Logic.not(leftIsNull)
                : Logic.or(List.of(leftIsNull, Comparisons.of(walk, left, Comparison.NE, right)));
    }

    private static Predicate distinctFields(Walk walk, Field<?> left, Field<?> right, Predicate leftIsNull) {
        Predicate rightIsNull = Comparisons.isNull(walk, right);
        Predicate different = Comparisons.of(walk, left, Comparison.NE, right);
        return Logic.and(List.of(
                Logic.or(List.of(different, leftIsNull, rightIsNull)),
                Logic.not(Logic.and(List.of(leftIsNull, rightIsNull)))));
    }
}
