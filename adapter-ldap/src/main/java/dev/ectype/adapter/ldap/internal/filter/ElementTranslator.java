package dev.ectype.adapter.ldap.internal.filter;

import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;

/**
 * Translates what must be true of one element. A filter matches an entry if one value matches it, so that a single test is
 * what a filter says; two tests may be met by two values, and a negated one by none.
 */
final class ElementTranslator implements Predicate.Visitor<Bounds> {
    private static final String ONE_VALUE =
            "a filter cannot say that one and the same value meets two conditions, or fails one";
    private final Leaves leaves;

    ElementTranslator(Leaves leaves) {
        this.leaves = leaves;
    }

    private Bounds anything() {
        return leaves.anything(ONE_VALUE);
    }

    private static boolean isElement(Operand operand) {
        return operand instanceof FieldPath path && path.steps().isEmpty();
    }

    @Override
    public Bounds compare(Predicate.Compare compare) {
        boolean positive = switch (compare.comparison()) {
            case EQ, GE, LE -> true;
            case LT, GT -> compare.right() instanceof Value value && value.value() instanceof Number;
            case NE -> false;
        };
        return positive
                        && isElement(compare.left())
                        && compare.right() instanceof Value value
                        && !(value.value() instanceof Boolean && compare.comparison() != Comparison.EQ)
                ? new Comparing(leaves).with(compare.comparison(), value.value())
                : anything();
    }

    @Override
    public Bounds in(Predicate.In in) {
        if (in.values().isEmpty()) {
            return leaves.never();
        }
        return isElement(in.operand())
                ? Bounds.any(in.values().stream()
                        .map(value -> new Comparing(leaves).with(Comparison.EQ, value.value()))
                        .toList())
                : anything();
    }

    @Override
    public Bounds text(Predicate.Text text) {
        return isElement(text.operand())
                ? new TextMatching(leaves, text.ignoreCase())
                        .of(text.match(), (String) text.pattern().value())
                : anything();
    }

    @Override
    public Bounds or(Predicate.Or or) {
        return or.terms().isEmpty()
                ? leaves.never()
                : Bounds.any(or.terms().stream().map(term -> term.accept(this)).toList());
    }

    @Override
    public Bounds and(Predicate.And and) {
        return and.terms().size() == 1 ? and.terms().get(0).accept(this) : anything();
    }

    @Override
    public Bounds not(Predicate.Not not) {
        return anything();
    }

    @Override
    public Bounds constant(Predicate.Constant constant) {
        return constant.value() ? leaves.never().negated() : leaves.never();
    }

    @Override
    public Bounds isNull(Predicate.IsNull isNull) {
        return isElement(isNull.operand()) ? leaves.never() : anything();
    }

    @Override
    public Bounds contains(Predicate.Contains contains) {
        return anything();
    }

    @Override
    public Bounds containsAll(Predicate.ContainsAll containsAll) {
        return anything();
    }

    @Override
    public Bounds anyElement(Predicate.AnyElement anyElement) {
        return anything();
    }

    @Override
    public Bounds size(Predicate.Size size) {
        return anything();
    }

    @Override
    public Bounds nativeCondition(Predicate.Native nativeCondition) {
        return anything();
    }
}
