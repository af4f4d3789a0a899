package dev.ectype.adapter.dynamo.internal.plan;

import dev.ectype.adapter.dynamo.internal.codec.Unstorable;
import dev.ectype.adapter.dynamo.internal.expression.ConditionTranslator;
import dev.ectype.adapter.dynamo.internal.expression.Expr;
import dev.ectype.adapter.dynamo.internal.expression.Narrowing;
import dev.ectype.adapter.dynamo.internal.expression.Untranslatable;
import dev.ectype.adapter.dynamo.internal.source.DynamoSource;
import dev.ectype.adapter.dynamo.internal.source.TableIndex;
import dev.ectype.query.eval.SlotsUsed;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Decides how a query is asked: by its keys, by a partition of the table or of an index, or by a scan. */
public final class Planner {
    private static final int LONGEST_FILTER = 4000;
    private static final String NO_NATIVE =
            "a native condition is tested by the store, which a lookup by key does not ask";
    private static final String TOO_LONG = "an expression of DynamoDB has at most 4 KB";
    private static final String AFTER_THE_REST = "the window is taken after every condition and the order";
    private final DynamoSource source;
    private final QueryRequest request;
    private final List<Expr> filter = new ArrayList<>();
    private final List<Predicate> tests = new ArrayList<>();
    private final List<Verdict> where = new ArrayList<>();
    private int filterLength;

    private Planner(DynamoSource source, QueryRequest request) {
        this.source = source;
        this.request = request;
    }

    /** Returns the answer to a query. */
    public static PushDown plan(DynamoSource source, QueryRequest request) {
        Planner planner = new Planner(source, request);
        List<List<Object>> keys = request.askedKeys();
        if (!keys.isEmpty()) {
            return planner.byKeys(keys);
        }
        return new AccessPaths(source, request)
                .best()
                .map(planner::byPartitions)
                .orElseGet(planner::byScan);
    }

    /** The rows of the keys are all there is, so everything is tested, ordered and cut on arrival. */
    private PushDown byKeys(List<List<Object>> keys) {
        for (Predicate conjunct : request.conjuncts()) {
            if (conjunct.hasNativePart()) {
                where.add(Verdict.refused(NO_NATIVE));
            } else {
                where.add(Verdict.exact());
                tests.add(conjunct);
            }
        }
        return answer(new Route.Keys(storedKeys(keys)), Verdict.exact(), true);
    }

    private List<Map<String, AttributeValue>> storedKeys(List<List<Object>> keys) {
        List<Map<String, AttributeValue>> stored = new ArrayList<>();
        for (List<Object> key : keys) {
            storedKey(key).filter(one -> !stored.contains(one)).ifPresent(stored::add);
        }
        return stored;
    }

    private Optional<Map<String, AttributeValue>> storedKey(List<Object> key) {
        try {
            return Optional.of(source.key(key));
        } catch (Unstorable noItemHasIt) {
            return Optional.empty();
        }
    }

    private PushDown byPartitions(Candidate candidate) {
        TableIndex index = candidate.index();
        for (int i = 0; i < request.conjuncts().size(); i++) {
            Predicate conjunct = request.conjuncts().get(i);
            if (candidate.consumed().contains(i)) {
                where.add(Verdict.exact());
            } else if (isTestedOnArrival(conjunct, index)) {
                where.add(Verdict.exact());
                tests.add(conjunct);
            } else {
                where.add(filtered(conjunct));
            }
        }
        KeyOrder order =
                new KeyOrder(index, candidate.fixed(), candidate.conditions().size());
        Verdict verdict = order.verdict(request.order());
        Route route = candidate.conditions().isEmpty() || isNever()
                ? new Route.Keys(List.of())
                : new Route.Partitions(index, candidate.conditions(), order.isForward(request.order()));
        return answer(route, verdict, verdict.isExact());
    }

    /** A filter of a Query cannot speak of its keys, nor of what the index does not hold. */
    private static boolean isTestedOnArrival(Predicate conjunct, TableIndex index) {
        Set<Integer> slots = new HashSet<>();
        SlotsUsed.by(conjunct, slots::add);
        return !conjunct.hasNativePart() && slots.stream().anyMatch(slot -> index.isKey(slot) || !index.holds(slot));
    }

    private PushDown byScan() {
        request.conjuncts().forEach(conjunct -> where.add(filtered(conjunct)));
        Verdict order = request.order().isEmpty()
                ? Verdict.exact()
                : Verdict.refused("DynamoDB orders the rows of one partition by their sort key, and nothing else: "
                        + KeyOrder.ADVICE);
        return answer(isNever() ? new Route.Keys(List.of()) : new Route.Everything(), order, order.isExact());
    }

    private boolean isNever() {
        return filter.contains(Expr.NEVER);
    }

    private Verdict filtered(Predicate conjunct) {
        try {
            return accept(ConditionTranslator.whereTrue(source, conjunct), Verdict.exact());
        } catch (Untranslatable refused) {
            return Narrowing.of(source, conjunct)
                    .map(weaker -> accept(weaker, Verdict.superset(refused.why())))
                    .orElseGet(() -> Verdict.refused(refused.why()));
        }
    }

    private Verdict accept(Expr expr, Verdict verdict) {
        if (filterLength + expr.length() > LONGEST_FILTER) {
            return Verdict.refused(TOO_LONG);
        }
        filterLength += expr.length();
        filter.add(expr);
        return verdict;
    }

    private PushDown answer(Route route, Verdict order, boolean takesOrder) {
        boolean rowsKnown = where.stream().allMatch(Verdict::isExact) && order.isExact();
        boolean takesWindow = rowsKnown && !request.window().isAll();
        Verdict window = rowsKnown || request.window().isAll() ? Verdict.exact() : Verdict.refused(AFTER_THE_REST);
        DynamoPlan plan = new DynamoPlan(
                source,
                route,
                Expr.and(filter),
                exactConditions(),
                tests,
                takesOrder ? request.order() : List.<Order>of(),
                takesWindow ? request.window() : Window.ALL,
                new Usage());
        return new PushDown(plan, where, order, window);
    }

    private List<Predicate> exactConditions() {
        List<Predicate> exact = new ArrayList<>();
        for (int i = 0; i < where.size(); i++) {
            if (where.get(i).isExact()) {
                exact.add(request.conjuncts().get(i));
            }
        }
        return exact;
    }
}
