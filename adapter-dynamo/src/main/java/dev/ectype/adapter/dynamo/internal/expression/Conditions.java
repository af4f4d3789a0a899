package dev.ectype.adapter.dynamo.internal.expression;

import dev.ectype.adapter.dynamo.internal.source.DynamoSource;
import dev.ectype.error.UnsupportedQueryException;
import dev.ectype.error.UnsupportedQueryException.Refusal;
import dev.ectype.query.ir.Predicate;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.enhanced.dynamodb.Expression;

/** The conditions of a query as one expression of the Enhanced Client. */
public final class Conditions {
    private static final String REMEDY = "Leave these conditions out, or ask the repo";
    private final DynamoSource source;
    private final List<Refusal> refusals = new ArrayList<>();

    private Conditions(DynamoSource source) {
        this.source = source;
    }

    /**
     * Returns the expression of all conditions together.
     *
     * @throws UnsupportedQueryException if one has no exact expression, or if all items meet them, or none
     */
    public static Expression expression(DynamoSource source, List<Predicate> conjuncts) {
        return new Conditions(source).of(conjuncts);
    }

    private Expression of(List<Predicate> conjuncts) {
        List<Expr> all = new ArrayList<>(conjuncts.size());
        conjuncts.forEach(conjunct -> all.add(translated(conjunct)));
        Expr condition = Expr.and(all);
        if (condition == Expr.ALWAYS || condition == Expr.NEVER) {
            refusals.add(
                    new Refusal(conjuncts.toString(), condition == Expr.ALWAYS ? "all items meet it" : "none does"));
        }
        if (!refusals.isEmpty()) {
            throw new UnsupportedQueryException("DynamoDB", source.source().toString(), refusals, REMEDY);
        }
        Placeholders placeholders = new Placeholders();
        return Expression.builder()
                .expression(Expr.text(condition, placeholders))
                .expressionNames(placeholders.names())
                .expressionValues(placeholders.values())
                .build();
    }

    private Expr translated(Predicate conjunct) {
        try {
            return ConditionTranslator.whereTrue(source, conjunct);
        } catch (Untranslatable condition) {
            refusals.add(new Refusal(conjunct.toString(), condition.why()));
            return Expr.ALWAYS;
        }
    }
}
