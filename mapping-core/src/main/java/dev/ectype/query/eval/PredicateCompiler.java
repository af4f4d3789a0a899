package dev.ectype.query.eval;

import dev.ectype.error.MappingException;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import java.util.List;
import java.util.Map;

/** Prepares predicates for evaluation. */
final class PredicateCompiler implements Predicate.Visitor<Condition> {
    private static final PredicateCompiler INSTANCE = new PredicateCompiler();

    private PredicateCompiler() {}

    static Condition compile(Predicate predicate) {
        return predicate.accept(INSTANCE);
    }

    static Condition[] compile(List<Predicate> predicates) {
        return predicates.stream().map(PredicateCompiler::compile).toArray(Condition[]::new);
    }

    @Override
    public Condition and(Predicate.And and) {
        return Logic.all(compile(and.terms()));
    }

    @Override
    public Condition or(Predicate.Or or) {
        return Logic.any(compile(or.terms()));
    }

    @Override
    public Condition not(Predicate.Not not) {
        Condition term = compile(not.term());
        return root -> term.of(root).not();
    }

    @Override
    public Condition constant(Predicate.Constant constant) {
        Truth truth = Truth.of(constant.value());
        return root -> truth;
    }

    @Override
    public Condition compare(Predicate.Compare compare) {
        Expression left = OperandCompiler.compile(compare.left());
        Comparison comparison = compare.comparison();
        if (compare.right() instanceof Value constant) {
            return Comparisons.withConstant(left, comparison, constant.value());
        }
        return Comparisons.of(left, comparison, OperandCompiler.compile(compare.right()));
    }

    @Override
    public Condition in(Predicate.In in) {
        return Membership.in(OperandCompiler.compile(in.operand()), in.values());
    }

    @Override
    public Condition isNull(Predicate.IsNull isNull) {
        Expression operand = OperandCompiler.compile(isNull.operand());
        return root -> Truth.of(operand.of(root) == null);
    }

    @Override
    public Condition text(Predicate.Text text) {
        Operand operand = text.operand();
        Expression expression = OperandCompiler.compile(operand);
        TextTest test = TextTest.of(text.match(), (String) text.pattern().value(), text.ignoreCase());
        return root -> expression.of(root) instanceof String value ? Truth.of(test.test(value)) : Truth.UNKNOWN;
    }

    @Override
    public Condition contains(Predicate.Contains contains) {
        return Membership.contains(OperandCompiler.compile(contains.list()), List.of(contains.value()));
    }

    @Override
    public Condition containsAll(Predicate.ContainsAll containsAll) {
        return Membership.contains(OperandCompiler.compile(containsAll.list()), containsAll.values());
    }

    @Override
    public Condition anyElement(Predicate.AnyElement anyElement) {
        return Membership.anyElement(OperandCompiler.compile(anyElement.list()), compile(anyElement.condition()));
    }

    @Override
    public Condition size(Predicate.Size size) {
        return Membership.size(OperandCompiler.compile(size.list()), size.comparison(), size.size());
    }

    @Override
    public Condition nativeCondition(Predicate.Native nativeCondition) {
        throw new MappingException(
                MappingException.Kind.UNSUPPORTED,
                "a native condition can only be decided by its own store: let the store run the whole query,"
                        + " or say the condition without native terms",
                Map.of("store", nativeCondition.store()));
    }
}
