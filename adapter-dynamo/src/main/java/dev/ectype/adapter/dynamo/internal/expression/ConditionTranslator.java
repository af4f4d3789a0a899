package dev.ectype.adapter.dynamo.internal.expression;

import dev.ectype.adapter.dynamo.internal.codec.Unstorable;
import dev.ectype.adapter.dynamo.internal.source.DynamoSource;
import dev.ectype.query.ir.Predicate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Conditions of three truth values as conditions of two: where one is true, or, below a {@code not}, where it is false.
 * Every leaf asks for a value that is there, so what is unknown is neither.
 */
public final class ConditionTranslator implements Predicate.Visitor<Expr> {
    private final DynamoSource source;
    private final boolean wanted;

    private ConditionTranslator(DynamoSource source, boolean wanted) {
        this.source = source;
        this.wanted = wanted;
    }

    /**
     * Returns the expression that holds where the condition is true.
     *
     * @throws Untranslatable if there is none
     */
    public static Expr whereTrue(DynamoSource source, Predicate predicate) {
        try {
            return predicate.accept(new ConditionTranslator(source, true));
        } catch (Unstorable unstorable) {
            throw new Untranslatable(unstorable.why());
        }
    }

    private Expr junction(boolean all, List<Predicate> terms) {
        List<Expr> parts = new ArrayList<>(terms.size());
        for (Predicate term : terms) {
            parts.add(term.accept(this));
        }
        return all == wanted ? Expr.and(parts) : Expr.or(parts);
    }

    @Override
    public Expr and(Predicate.And and) {
        return junction(true, and.terms());
    }

    @Override
    public Expr or(Predicate.Or or) {
        return junction(false, or.terms());
    }

    @Override
    public Expr not(Predicate.Not not) {
        return not.term().accept(new ConditionTranslator(source, !wanted));
    }

    @Override
    public Expr constant(Predicate.Constant constant) {
        return constant.value() == wanted ? Expr.ALWAYS : Expr.NEVER;
    }

    @Override
    public Expr compare(Predicate.Compare compare) {
        return new Comparing(source, wanted).compare(compare);
    }

    @Override
    public Expr in(Predicate.In in) {
        return new Comparing(source, wanted).in(in);
    }

    @Override
    public Expr isNull(Predicate.IsNull isNull) {
        Term.Attribute attribute = Comparing.attribute(isNull.operand());
        return wanted ? Tests.absent(attribute) : Tests.present(attribute);
    }

    @Override
    public Expr text(Predicate.Text text) {
        return new TextTests(source, wanted).test(text);
    }

    @Override
    public Expr contains(Predicate.Contains contains) {
        return new ListTests(source, wanted).containsAll(contains.list(), List.of(contains.value()));
    }

    @Override
    public Expr containsAll(Predicate.ContainsAll containsAll) {
        return new ListTests(source, wanted).containsAll(containsAll.list(), containsAll.values());
    }

    @Override
    public Expr anyElement(Predicate.AnyElement anyElement) {
        return new ListTests(source, wanted).anyElement(anyElement);
    }

    @Override
    public Expr size(Predicate.Size size) {
        return new ListTests(source, wanted).size(size);
    }

    @Override
    public Expr nativeCondition(Predicate.Native nativeCondition) {
        if (!(nativeCondition.condition() instanceof Expression expression)
                || !nativeCondition.store().equals("DynamoDB")) {
            throw new Untranslatable("a native condition of DynamoDB is an Expression of its enhanced client");
        }
        if (!wanted) {
            throw new Untranslatable("a native condition below a not would be true where it is unknown");
        }
        return new Expr.Raw(expression.expression(), names(expression), values(expression));
    }

    private static Map<String, String> names(Expression expression) {
        return expression.expressionNames() == null ? Map.of() : expression.expressionNames();
    }

    private static Map<String, AttributeValue> values(Expression expression) {
        return expression.expressionValues() == null ? Map.of() : expression.expressionValues();
    }
}
