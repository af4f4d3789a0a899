package dev.ectype.tck.profile;

import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import dev.ectype.types.stored.Storage;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Collects what the nodes of a query need; the results of its methods mean nothing. */
final class NeedsVisitor implements Predicate.Visitor<Boolean>, Operand.Visitor<Boolean> {
    private final Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
    private final List<Object> nodes = new ArrayList<>();

    Needs needs() {
        return new Needs(capabilities, nodes);
    }

    boolean condition(Predicate predicate) {
        nodes.add(predicate);
        return predicate.accept(this);
    }

    private boolean operand(Operand operand) {
        nodes.add(operand);
        return operand.accept(this);
    }

    void order(Order order) {
        nodes.add(order);
        operand(order.operand());
        capabilities.add(Capability.ORDER);
        if (!order.nullsAreLowest()) {
            capabilities.add(Capability.NULLS_PLACED);
        }
        if (order.operand() instanceof Operand.Call) {
            capabilities.add(Capability.ORDER_BY_EXPRESSION);
        }
    }

    private boolean needs(Capability capability) {
        return capabilities.add(capability);
    }

    private boolean all(List<Predicate> terms) {
        terms.forEach(this::condition);
        return true;
    }

    @Override
    public Boolean field(FieldPath field) {
        for (int i = 0; i < field.steps().size(); i++) {
            step(field.steps().get(i), i > 0);
        }
        return true;
    }

    private void step(FieldPath.Step step, boolean inside) {
        if (step instanceof FieldPath.Position) {
            needs(Capability.LIST_POSITIONS);
        } else if (step instanceof FieldPath.Key) {
            needs(Capability.MAP_KEYS);
        } else if (inside) {
            needs(Capability.NESTED_PATHS);
        }
    }

    @Override
    public Boolean value(Value value) {
        return true;
    }

    @Override
    public Boolean call(Operand.Call call) {
        call.arguments().forEach(this::operand);
        return needs(
                switch (call.function()) {
                    case LOWER, UPPER, LENGTH, COALESCE -> Capability.FUNCTIONS;
                    default -> Capability.ARITHMETIC;
                });
    }

    @Override
    public Boolean and(Predicate.And and) {
        return all(and.terms());
    }

    @Override
    public Boolean or(Predicate.Or or) {
        needs(Capability.DISJUNCTION);
        return all(or.terms());
    }

    @Override
    public Boolean not(Predicate.Not not) {
        needs(Capability.NEGATION);
        return condition(not.term());
    }

    @Override
    public Boolean constant(Predicate.Constant constant) {
        return true;
    }

    @Override
    public Boolean compare(Predicate.Compare compare) {
        operand(compare.left());
        operand(compare.right());
        boolean equality = compare.comparison() == Comparison.EQ || compare.comparison() == Comparison.NE;
        needs(equality ? Capability.EQUALITY : Capability.RANGES);
        sides(compare.left().storage(), compare.right().storage());
        return compare.right() instanceof Value || needs(Capability.FIELD_COMPARISON);
    }

    private void sides(Storage left, Storage right) {
        if (!(left instanceof Storage.Scalar)) {
            needs(Capability.STRUCTURE_EQUALITY);
        } else if (left != right) {
            needs(Capability.MIXED_NUMBERS);
        }
    }

    @Override
    public Boolean in(Predicate.In in) {
        operand(in.operand());
        in.values().forEach(value -> sides(in.operand().storage(), value.storage()));
        in.values().forEach(this::operand);
        return needs(Capability.MEMBERSHIP);
    }

    @Override
    public Boolean isNull(Predicate.IsNull isNull) {
        needs(Capability.NULL_TESTS);
        return operand(isNull.operand());
    }

    @Override
    public Boolean text(Predicate.Text text) {
        needs(
                switch (text.match()) {
                    case STARTS_WITH -> Capability.TEXT_PREFIX;
                    case ENDS_WITH -> Capability.TEXT_SUFFIX;
                    case CONTAINS -> Capability.TEXT_PART;
                    case LIKE -> Capability.TEXT_LIKE;
                });
        if (text.ignoreCase()) {
            needs(Capability.TEXT_IGNORING_CASE);
        }
        operand(text.operand());
        return operand(text.pattern());
    }

    @Override
    public Boolean contains(Predicate.Contains contains) {
        needs(Capability.LIST_CONTAINS);
        operand(contains.list());
        return operand(contains.value());
    }

    @Override
    public Boolean containsAll(Predicate.ContainsAll containsAll) {
        needs(Capability.LIST_CONTAINS_ALL);
        operand(containsAll.list());
        containsAll.values().forEach(this::operand);
        return true;
    }

    @Override
    public Boolean anyElement(Predicate.AnyElement anyElement) {
        needs(Capability.ANY_ELEMENT);
        operand(anyElement.list());
        return condition(anyElement.condition());
    }

    @Override
    public Boolean size(Predicate.Size size) {
        needs(Capability.LIST_SIZE);
        return operand(size.list());
    }

    @Override
    public Boolean nativeCondition(Predicate.Native nativeCondition) {
        return true;
    }
}
