package dev.ectype.query.eval;

import dev.ectype.query.ir.Comparison;

/**
 * Comparisons of prepared operands. Values of different kinds are not equal, and which one is less is unknown; so it is
 * for lists, sets, maps and rows.
 */
final class Comparisons {
    private Comparisons() {}

    static Condition of(Expression left, Comparison comparison, Expression right) {
        return root -> {
            Object l = left.of(root);
            Object r = l == null ? null : right.of(root);
            return l == null || r == null ? Truth.UNKNOWN : decide(l, comparison, r);
        };
    }

    static Condition withConstant(Expression left, Comparison comparison, Object constant) {
        if (comparison == Comparison.EQ || comparison == Comparison.NE) {
            return equality(left, comparison == Comparison.EQ, constant);
        }
        return root -> {
            Object value = left.of(root);
            return value == null ? Truth.UNKNOWN : decide(value, comparison, constant);
        };
    }

    private static Condition equality(Expression left, boolean wanted, Object constant) {
        boolean plain = Values.isPlain(constant);
        return root -> {
            Object value = left.of(root);
            if (value == null) {
                return Truth.UNKNOWN;
            }
            return Truth.of(wanted == (plain ? constant.equals(value) : Values.equal(constant, value)));
        };
    }

    private static Truth decide(Object left, Comparison comparison, Object right) {
        return switch (comparison) {
            case EQ -> Truth.of(Values.equal(left, right));
            case NE -> Truth.of(!Values.equal(left, right));
            default ->
                Values.areOrdered(left, right)
                        ? Truth.of(comparison.holds(Values.compare(left, right)))
                        : Truth.UNKNOWN;
        };
    }
}
