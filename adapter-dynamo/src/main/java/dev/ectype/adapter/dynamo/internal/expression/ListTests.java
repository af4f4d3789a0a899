package dev.ectype.adapter.dynamo.internal.expression;

import dev.ectype.adapter.dynamo.internal.codec.Bound;
import dev.ectype.adapter.dynamo.internal.codec.Format;
import dev.ectype.adapter.dynamo.internal.source.DynamoSource;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Tests of lists, sets and maps: what they contain, and their size. */
final class ListTests {
    private final DynamoSource source;
    private final boolean wanted;

    ListTests(DynamoSource source, boolean wanted) {
        this.source = source;
        this.wanted = wanted;
    }

    Expr containsAll(FieldPath list, List<Value> values) {
        Term.Attribute attribute = Attributes.of(list);
        List<Expr> each = new ArrayList<>();
        each.add(Tests.present(attribute));
        values.forEach(value -> each.add(contains(list, value)));
        return asWanted(attribute, values.size() == 1 ? each.get(1) : Expr.and(each));
    }

    private Expr asWanted(Term.Attribute list, Expr found) {
        return wanted ? found : Expr.and(Tests.present(list), Expr.not(found));
    }

    private Expr contains(FieldPath list, Value value) {
        Format element = source.format(list).element();
        Comparing.requireComparable(element, value.value());
        Bound bound = element.bound(Comparison.EQ, value.value());
        return bound instanceof Bound.Against against
                ? Tests.contains(Attributes.of(list), against.value())
                : Expr.NEVER;
    }

    Expr anyElement(Predicate.AnyElement any) {
        List<Expr> found = new ArrayList<>();
        for (Value value : alternatives(any.condition())) {
            found.add(contains(any.list(), value));
        }
        return asWanted(Attributes.of(any.list()), Expr.or(found));
    }

    private static List<Value> alternatives(Predicate condition) {
        if (condition instanceof Predicate.Compare compare
                && compare.comparison() == Comparison.EQ
                && isElement(compare.left())
                && compare.right() instanceof Value value) {
            return List.of(value);
        }
        if (condition instanceof Predicate.In in && isElement(in.operand())) {
            return in.values();
        }
        if (condition instanceof Predicate.Or or) {
            List<Value> all = new ArrayList<>();
            or.terms().forEach(term -> all.addAll(alternatives(term)));
            return all;
        }
        throw new Untranslatable("DynamoDB finds elements that equal a value, and tests nothing else of them");
    }

    private static boolean isElement(Operand operand) {
        return operand instanceof FieldPath path && path.steps().isEmpty();
    }

    Expr size(Predicate.Size size) {
        Comparison comparison = wanted ? size.comparison() : Comparing.opposite(size.comparison());
        Term.Attribute list = Attributes.of(size.list());
        AttributeValue number = AttributeValue.createN(Integer.toString(size.size()));
        return Expr.and(
                Tests.present(list), new Expr.Compare(new Term.Size(list), comparison, new Term.Constant(number)));
    }
}
