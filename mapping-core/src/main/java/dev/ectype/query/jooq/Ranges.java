package dev.ectype.query.jooq;

import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.Predicate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.QOM;

/** Translates ranges to two comparisons. */
final class Ranges {
    private Ranges() {}

    static Predicate between(Walk walk, QOM.Between<?> between) {
        Predicate within = within(walk, between, between.$arg2(), between.$arg3());
        if (between.$symmetric()) {
            within = Logic.or(List.of(within, within(walk, between, between.$arg3(), between.$arg2())));
        }
        return isNegated(between) ? Logic.not(within) : within;
    }

    private static Predicate within(Walk walk, QOM.Between<?> between, Field<?> low, Field<?> high) {
        return Logic.and(List.of(
                Comparisons.of(walk, between.$arg1(), Comparison.GE, low),
                Comparisons.of(walk, between.$arg1(), Comparison.LE, high)));
    }

    /**
     * The model does not say whether a range is negated, and only its text does: so it is compared with that of the same
     * range built anew. Called when the parts are known to be harmless.
     */
    private static <T> boolean isNegated(QOM.Between<T> between) {
        if (between.equals(rebuilt(between, false))) {
            return false;
        }
        if (between.equals(rebuilt(between, true))) {
            return true;
        }
        throw Refusals.condition(between);
    }

    private static <T> Condition rebuilt(QOM.Between<T> between, boolean negated) {
        Field<T> field = between.$arg1();
        Field<T> low = between.$arg2();
        Field<T> high = between.$arg3();
        if (between.$symmetric()) {
            return negated ? field.notBetweenSymmetric(low, high) : field.betweenSymmetric(low, high);
        }
        return negated ? field.notBetween(low, high) : field.between(low, high);
    }
}
