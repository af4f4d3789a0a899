package dev.ectype.adapter.dynamo.internal.plan;

import dev.ectype.adapter.dynamo.internal.source.DynamoSource;
import dev.ectype.query.ir.Aggregate;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Grouping;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Predicate;
import dev.ectype.spi.Aggregating.Answer;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans the only thing that the store computes over rows: how many there are. */
public final class Counting {
    private static final Answer REFUSED = new Answer(
            Optional.empty(),
            Verdict.refused("DynamoDB counts rows, one count at a time, and computes nothing else over them"));

    private Counting() {}

    /** Returns the answer to a grouping. */
    public static Answer plan(DynamoSource source, QueryRequest query, Grouping grouping) {
        if (!isOneCount(grouping)) {
            return REFUSED;
        }
        PushDown rows =
                Planner.plan(source, counted(query, grouping.aggregates().get(0)));
        return rows.isWhole()
                ? new Answer(Optional.of(new CountPlan((DynamoPlan) rows.plan(), grouping.result())), Verdict.exact())
                : new Answer(Optional.empty(), refusal(rows));
    }

    private static boolean isOneCount(Grouping grouping) {
        return grouping.keys().isEmpty()
                && grouping.having().isEmpty()
                && grouping.order().isEmpty()
                && grouping.window().isAll()
                && grouping.aggregates().size() == 1
                && isCount(grouping.aggregates().get(0));
    }

    private static boolean isCount(Aggregate aggregate) {
        return aggregate.function() == Aggregate.Function.COUNT
                && !aggregate.distinct()
                && aggregate.operand().map(FieldPath.class::isInstance).orElse(true);
    }

    /** A count of values is a count of the rows that have one. */
    private static QueryRequest counted(QueryRequest query, Aggregate count) {
        if (count.operand().isEmpty()) {
            return query;
        }
        Operand counted = count.operand().get();
        List<Predicate> conjuncts = new ArrayList<>(query.conjuncts());
        conjuncts.add(new Predicate.Not(new Predicate.IsNull(counted)));
        return new QueryRequest(query.source(), conjuncts, query.order(), query.window());
    }

    private static Verdict refusal(PushDown rows) {
        return rows.where().stream()
                .filter(verdict -> !verdict.isExact())
                .findFirst()
                .map(verdict -> Verdict.refused(verdict.toString()))
                .orElse(rows.order());
    }
}
