package dev.ectype.tck.self;

import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Predicate.Compare;
import dev.ectype.query.ir.Predicate.In;
import dev.ectype.query.ir.Value;
import dev.ectype.query.ir.Window.Keyset;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.NativePlan.Access;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.spi.Verdict;
import dev.ectype.tck.profile.Capability;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Adapters that tell something wrong of how they find rows, or tell values. */
final class AccessMutants {
    private AccessMutants() {}

    static List<Mutant> all() {
        return List.of(
                access("finds rows by key and says that it scans", "AP1 the whole", plan -> Access.SCAN),
                access(
                        "takes a part of a key for a key",
                        "AP1 a key of several",
                        plan -> plan.query().source().key().size() > 1
                                        && !plan.query().conjuncts().isEmpty()
                                ? Access.KEY
                                : plan.access()),
                Mutant.of(
                        "shows values in its plans",
                        "EX1",
                        "Accessing",
                        () -> new Retelling(NativePlan::access, plan -> plan.explain() + values(plan.query()))),
                access(
                        "takes an or over a key for a lookup",
                        "AP2",
                        plan -> mentionsKey(plan) ? Access.KEY : plan.access()),
                access(
                        "does not say that it has an index",
                        "AP3",
                        plan -> plan.access() == Access.INDEX ? Access.SCAN : plan.access()),
                access(
                        "calls a scan an index",
                        "AP4",
                        plan -> plan.access() == Access.SCAN ? Access.INDEX : plan.access()),
                Mutant.asking("cuts long keys", "AP5", "Accessing", Rewriting.conditions(AccessMutants::shortKey)),
                Mutant.of(
                        "shows where it goes on",
                        "EX2",
                        "Accessing",
                        () -> new Retelling(
                                NativePlan::access,
                                plan -> plan.explain()
                                        + plan.query().window().after().map(Keyset::values))),
                Mutant.asking("pairs the parts of keys by their places", "AP6", "Accessing", AccessMutants::paired),
                planning("shows values in its verdicts", "EX3", "Accessing", AccessMutants::toldVerdicts),
                Mutant.of(
                        "shows patterns in its plans",
                        "EX5",
                        "Accessing",
                        () -> new Retelling(NativePlan::access, plan -> plan.explain() + patterns(plan.query()))),
                Mutant.of("has another name than its profile", "EX4", "Accessing", Misnamed::new),
                Mutant.of("shows an index that it does not claim", "CL5", "ClaimingQueries", MapAdapter::new)
                        .claiming(all -> all.without(Capability.INDEX_ACCESS, "maps have no indexes")));
    }

    private static boolean mentionsKey(MapPlan plan) {
        return plan.query().conjuncts().toString().contains("id");
    }

    /** Returns the values that the conditions of a query compare with. */
    static List<Object> values(QueryRequest query) {
        return query.conjuncts().stream()
                .filter(Compare.class::isInstance)
                .map(compare -> ((Compare) compare).right())
                .map(right -> right instanceof Value value ? value.value() : "")
                .toList();
    }

    private static List<Object> patterns(QueryRequest query) {
        return query.conjuncts().stream()
                .filter(Predicate.Text.class::isInstance)
                .map(text -> ((Predicate.Text) text).pattern().value())
                .toList();
    }

    private static Mutant access(String fault, String rule, Function<MapPlan, Access> access) {
        return Mutant.of(fault, rule, "Accessing", () -> new Retelling(access, NativePlan::explain));
    }

    private static Mutant planning(String fault, String rule, String topic, UnaryOperator<PushDown> change) {
        return Mutant.of(fault, rule, topic, () -> new MapAdapter() {
            @Override
            public PushDown plan(QueryRequest query) {
                return change.apply(super.plan(query));
            }
        });
    }

    /** A plan that is told apart from the one of maps by what it says. */
    private record Retold(MapPlan plan, Access access, String explain) implements NativePlan {}

    /** Passes another plan to its callers than it runs. */
    private static final class Retelling extends MapAdapter {
        private final Function<MapPlan, Access> access;
        private final Function<MapPlan, String> text;

        Retelling(Function<MapPlan, Access> access, Function<MapPlan, String> text) {
            this.access = access;
            this.text = text;
        }

        @Override
        public PushDown plan(QueryRequest query) {
            PushDown answer = super.plan(query);
            MapPlan plan = (MapPlan) answer.plan();
            NativePlan retold = new Retold(plan, access.apply(plan), text.apply(plan));
            return new PushDown(retold, answer.where(), answer.order(), answer.window());
        }

        @Override
        public RowCursor scan(NativePlan plan, ScanSpec spec) {
            return super.scan(plan instanceof Retold retold ? retold.plan() : plan, spec);
        }
    }

    private static Predicate shortKey(Predicate predicate) {
        if (predicate instanceof Compare compare
                && compare.left() instanceof FieldPath path
                && path.isTopLevel()
                && path.slot() == 0
                && compare.right() instanceof Value value
                && value.value() instanceof Long number) {
            Value cut = new Value((long) number.intValue(), Scalar.INT64, false);
            return new Compare(path, compare.comparison(), cut);
        }
        return predicate;
    }

    private static PushDown toldVerdicts(PushDown answer) {
        List<Verdict> told = ((MapPlan) answer.plan())
                .query().conjuncts().stream()
                        .map(conjunct -> conjunct instanceof Compare compare && compare.right() instanceof Value value
                                ? Verdict.refused("maps do not know " + value.value())
                                : Verdict.exact())
                        .toList();
        return new PushDown(answer.plan(), told, answer.order(), answer.window());
    }

    private static QueryRequest paired(QueryRequest query) {
        List<In> lists = query.conjuncts().stream()
                .filter(In.class::isInstance)
                .map(In.class::cast)
                .toList();
        if (lists.size() < 2) {
            return query;
        }
        int pairs = Math.min(lists.get(0).values().size(), lists.get(1).values().size());
        List<Predicate> either = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            either.add(new Predicate.And(List.of(only(lists.get(0), i), only(lists.get(1), i))));
        }
        return Rewriting.where(query, List.of(new Predicate.Or(either)));
    }

    private static Predicate only(In list, int place) {
        return new In(list.operand(), List.of(list.values().get(place)));
    }

    private static final class Misnamed extends MapAdapter {
        @Override
        public String store() {
            return "other maps";
        }
    }
}
