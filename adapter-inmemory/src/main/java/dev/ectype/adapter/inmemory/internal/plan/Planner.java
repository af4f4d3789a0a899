package dev.ectype.adapter.inmemory.internal.plan;

import dev.ectype.adapter.inmemory.internal.plan.ColumnTest.Form;
import dev.ectype.adapter.inmemory.internal.store.TableSettings;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.Source;
import dev.ectype.spi.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the access path of queries of one source: the primary key, else the index that narrows most, else everything.
 * Immutable.
 */
public final class Planner {
    private static final int MOST_KEYS = 10_000;
    private static final int SERVES_ORDER = 100;
    private static final int SERVES_ORDER_AND_LIMIT = 400;
    private static final Set<Form> KEY_FORMS = EnumSet.of(Form.EQUAL, Form.ONE_OF);
    private static final Verdict NATIVE = Verdict.refused("a native condition of another store");
    private static final Verdict NO_WINDOW = Verdict.refused("a condition before it is refused");

    private final SourceShape shape;

    /** A path, and how far it takes the rest of the query with it. */
    private record Choice(AccessPath path, List<ColumnTest> used, boolean takesKeyset) {
        /** Tells whether every row on the path meets the conjunct. */
        boolean consumes(int conjunct) {
            for (ColumnTest test : used) {
                if (test.conjunct() == conjunct && test.exact()) {
                    return true;
                }
            }
            return false;
        }

        boolean consumesAll(int conjuncts) {
            for (int i = 0; i < conjuncts; i++) {
                if (!consumes(i)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Creates the planner of a source, whose table is kept so. */
    public Planner(Source source, TableSettings settings) {
        this.shape = SourceShape.of(source, settings);
    }

    /** Decides what of a query the store does: all but native conditions. */
    public PushDown plan(QueryRequest query) {
        for (Predicate conjunct : query.conjuncts()) {
            if (conjunct.hasNativePart()) {
                return planWithoutNative(query);
            }
        }
        return PushDown.whole(plan(query, choose(query)), query.conjuncts().size());
    }

    private PushDown planWithoutNative(QueryRequest query) {
        List<Predicate> conjuncts = query.conjuncts();
        List<Verdict> where = conjuncts.stream()
                .map(conjunct -> conjunct.hasNativePart() ? NATIVE : Verdict.exact())
                .toList();
        List<Predicate> accepted =
                conjuncts.stream().filter(conjunct -> !conjunct.hasNativePart()).toList();
        var request = new QueryRequest(query.source(), accepted, query.order(), Window.ALL);
        Verdict window = query.window().isAll() ? Verdict.exact() : NO_WINDOW;
        return new PushDown(plan(request, choose(request)), where, Verdict.exact(), window);
    }

    private static MemoryPlan plan(QueryRequest request, Choice choice) {
        List<Predicate> conjuncts = request.conjuncts();
        if (choice.consumesAll(conjuncts.size())) {
            return new MemoryPlan(request, choice.path, List.of(), choice.takesKeyset);
        }
        List<Predicate> residual = new ArrayList<>(conjuncts.size());
        for (int i = 0; i < conjuncts.size(); i++) {
            if (!choice.consumes(i)) {
                residual.add(conjuncts.get(i));
            }
        }
        return new MemoryPlan(request, choice.path, residual, choice.takesKeyset);
    }

    private Choice choose(QueryRequest request) {
        for (Predicate conjunct : request.conjuncts()) {
            if (isNeverTrue(conjunct)) {
                return new Choice(new AccessPath.Nothing(), List.of(), false);
            }
        }
        Tests tests = Tests.of(request.conjuncts());
        Choice byKey = byKey(tests);
        return byKey != null ? byKey : byIndex(request, tests);
    }

    private static boolean isNeverTrue(Predicate predicate) {
        if (predicate instanceof Predicate.Constant constant) {
            return !constant.value();
        }
        return (predicate instanceof Predicate.In in && in.values().isEmpty())
                || (predicate instanceof Predicate.Or or && or.terms().isEmpty());
    }

    private @Nullable Choice byKey(Tests tests) {
        List<ColumnTest> used = new ArrayList<>(shape.key().size());
        long keys = shape.key().isEmpty() ? 0 : 1;
        for (List<FieldPath.Step> column : shape.key()) {
            ColumnTest test = tests.find(column, KEY_FORMS);
            if (test == null || test.wantsNull() || keys * test.values().size() > MOST_KEYS) {
                return null;
            }
            keys *= test.values().size();
            used.add(test);
        }
        return keys == 0 ? null : new Choice(new AccessPath.ByKey(keys(used), used), used, false);
    }

    private static List<List<Object>> keys(List<ColumnTest> tests) {
        if (tests.size() == 1 && tests.get(0).values().size() == 1) {
            return List.of(List.of(Objects.requireNonNull(tests.get(0).values().get(0))));
        }
        List<List<Object>> keys = List.of(List.of());
        for (ColumnTest test : tests) {
            keys = extended(keys, Tests.distinct(test));
        }
        return keys;
    }

    private static List<List<Object>> extended(List<List<Object>> keys, List<@Nullable Object> values) {
        List<List<Object>> longer = new ArrayList<>(keys.size() * values.size());
        for (List<Object> key : keys) {
            for (Object value : values) {
                List<Object> extended = new ArrayList<>(key.size() + 1);
                extended.addAll(key);
                extended.add(Objects.requireNonNull(value));
                longer.add(extended);
            }
        }
        return longer;
    }

    private Choice byIndex(QueryRequest request, Tests tests) {
        Choice best = new Choice(new AccessPath.Everything(), List.of(), false);
        int bestScore = 0;
        for (IndexShape index : shape.indexes()) {
            if (!mayLead(index, tests, request) || !index.declared().covers(request.conjuncts())) {
                continue;
            }
            HashMatch byHash = index.hashed() ? HashMatch.of(index, tests) : null;
            if (byHash != null && byHash.score() > bestScore) {
                best = new Choice(byHash.path(), byHash.used(), false);
                bestScore = byHash.score();
            }
            if (index.hashed()) {
                continue;
            }
            IndexMatch match = new IndexMatch(index, tests);
            OrderMatch order = new OrderMatch(match, request.order());
            Choice choice = choice(request, match, order);
            int score = match.score() + score(choice.path, request.window());
            if (score > bestScore) {
                best = choice;
                bestScore = score;
            }
        }
        return best;
    }

    /** An index leads nowhere if nothing is said of its first column and no order is wanted. */
    private static boolean mayLead(IndexShape index, Tests tests, QueryRequest request) {
        return !request.order().isEmpty() || tests.mention(index.columns().get(0));
    }

    /** A walk of a whole index in order is worth less than any index that narrows. */
    private static int score(AccessPath path, Window window) {
        if (!path.isInOrder()) {
            return 0;
        }
        if (path.access() == NativePlan.Access.SCAN) {
            return 1;
        }
        return window.limit().isPresent() ? SERVES_ORDER_AND_LIMIT : SERVES_ORDER;
    }

    private static Choice choice(QueryRequest request, IndexMatch match, OrderMatch order) {
        boolean inOrder = order.walk() != AccessPath.Walk.UNORDERED;
        boolean takesKeyset = inOrder && request.window().after().isPresent();
        Range behind = takesKeyset ? order.behind(request.window().after().get()) : null;
        var path = new AccessPath.ByIndex(match.index().name(), match.ranges(), behind, order.walk(), match.used());
        var choice = new Choice(path, match.used(), takesKeyset);
        boolean stopsEarly = inOrder
                && request.window().limit().isPresent()
                && choice.consumesAll(request.conjuncts().size());
        return match.isNarrowing() || stopsEarly ? choice : new Choice(path.asScan(), choice.used, takesKeyset);
    }
}
