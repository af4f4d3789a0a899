package dev.ectype.adapter.inmemory.internal.plan;

import dev.ectype.adapter.inmemory.internal.plan.ColumnTest.Form;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.NativePlan.Access;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.Source;
import dev.ectype.spi.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
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

    /** A path, and the conjuncts that every row on it meets. */
    private record Choice(AccessPath path, Set<Integer> consumed, boolean takesKeyset) {}

    /** Creates the planner of a source, whose table may be ordered by primary key. */
    public Planner(Source source, boolean ordered) {
        this.shape = SourceShape.of(source, ordered);
    }

    /** Decides what of a query the store does: all but native conditions. */
    public PushDown plan(QueryRequest query) {
        List<Predicate> conjuncts = query.conjuncts();
        List<Verdict> where = new ArrayList<>(conjuncts.size());
        List<Predicate> accepted = new ArrayList<>(conjuncts.size());
        for (Predicate conjunct : conjuncts) {
            boolean refused = conjunct.hasNativePart();
            where.add(refused ? NATIVE : Verdict.exact());
            if (!refused) {
                accepted.add(conjunct);
            }
        }
        boolean whole = accepted.size() == conjuncts.size();
        Window window = whole ? query.window() : Window.ALL;
        boolean windowDone = whole || query.window().isAll();
        var request = new QueryRequest(query.source(), accepted, query.order(), window);
        return new PushDown(
                plan(request, choose(request)), where, Verdict.exact(), windowDone ? Verdict.exact() : NO_WINDOW);
    }

    private static MemoryPlan plan(QueryRequest request, Choice choice) {
        List<Predicate> residual = new ArrayList<>();
        for (int i = 0; i < request.conjuncts().size(); i++) {
            if (!choice.consumed.contains(i)) {
                residual.add(request.conjuncts().get(i));
            }
        }
        return new MemoryPlan(request, choice.path, residual, choice.takesKeyset);
    }

    private Choice choose(QueryRequest request) {
        if (request.conjuncts().stream().anyMatch(Planner::isNeverTrue)) {
            return new Choice(new AccessPath.Nothing(), Set.of(), false);
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
        List<List<Object>> keys = List.of(List.of());
        List<String> words = new ArrayList<>();
        Set<Integer> consumed = new HashSet<>();
        for (List<FieldPath.Step> column : shape.key()) {
            ColumnTest test = tests.find(column, KEY_FORMS);
            if (test == null
                    || test.wantsNull()
                    || (long) keys.size() * test.values().size() > MOST_KEYS) {
                return null;
            }
            keys = extended(keys, Tests.distinct(test));
            words.add(test.toString());
            if (test.exact()) {
                consumed.add(test.conjunct());
            }
        }
        return words.isEmpty()
                ? null
                : new Choice(new AccessPath.ByKey(keys, String.join(", ", words)), consumed, false);
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
        Choice best = new Choice(new AccessPath.Everything(), Set.of(), false);
        int bestScore = 0;
        for (IndexShape index : shape.indexes()) {
            IndexMatch match = new IndexMatch(index, tests);
            OrderMatch order = new OrderMatch(match, request.order());
            int score = match.score() + score(order, request.window(), isBounded(request, match, order));
            if (score > bestScore) {
                best = choice(request, match, order);
                bestScore = score;
            }
        }
        return best;
    }

    /** A walk of a whole index in order is worth less than any index that narrows. */
    private static int score(OrderMatch order, Window window, boolean bounded) {
        if (order.walk() == AccessPath.Walk.UNORDERED) {
            return 0;
        }
        if (!bounded) {
            return 1;
        }
        return window.limit().isPresent() ? SERVES_ORDER_AND_LIMIT : SERVES_ORDER;
    }

    private static Choice choice(QueryRequest request, IndexMatch match, OrderMatch order) {
        Set<Integer> consumed = match.consumed();
        boolean isOrdered = order.walk() != AccessPath.Walk.UNORDERED;
        List<Range> ranges = new ArrayList<>(match.ranges());
        boolean takesKeyset = isOrdered && request.window().after().isPresent();
        Range behind = takesKeyset ? order.behind(request.window().after().get()) : null;
        boolean bounded = isBounded(request, match, order);
        var path = new AccessPath.ByIndex(
                match.index().name(),
                ranges,
                behind,
                order.walk(),
                new AccessPath.Reach(bounded ? Access.INDEX : Access.SCAN, match.shape()));
        return new Choice(path, consumed, takesKeyset);
    }

    /** Tells whether the cost grows with what is found: by a narrow range, or by the limit of what is all wanted. */
    private static boolean isBounded(QueryRequest request, IndexMatch match, OrderMatch order) {
        return match.isNarrowing()
                || (order.walk() != AccessPath.Walk.UNORDERED
                        && request.window().limit().isPresent()
                        && match.consumed().size() == request.conjuncts().size());
    }
}
