package dev.ectype.tck.self;

import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.spi.Source;
import dev.ectype.spi.Verdict;
import dev.ectype.tck.profile.Capability;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** Adapters that say one thing of a query and do another. */
final class PlanMutants {
    private static final String NO_NULL_TESTS = "maps know no nulls";

    private PlanMutants() {}

    static List<Mutant> all() {
        return List.of(
                Mutant.of("has no answer for an empty text", "P3", "Planning", Surprised::new),
                Mutant.asking(
                        "drops a condition below a not", "P4", "Planning", Rewriting.conditions(PlanMutants::widened)),
                Mutant.reading(
                        "leaves out a slot that is asked for", "P6 the slots", "Planning", PlanMutants::withoutSlot),
                Mutant.of("forgets conditions beside one that it refuses", "P7", "Planning", Distracted::new),
                Mutant.of("takes the window early", "P5", "Planning", EarlyWindow::new)
                        .claiming(all -> all.without(Capability.NULL_TESTS, NO_NULL_TESTS)),
                Mutant.of("asks the store while it plans", "P8 what is", "Planning", AskingPlanner::new),
                Mutant.reading(
                        "gives rows a layout of its own", "P6 rows", "Planning", (cursor, spec) -> relaid(cursor)),
                Mutant.of("translates again when it runs", "P1", "Planning", Forgetful::new),
                planning("gives one verdict too few", "P2 every", PlanMutants::withoutLast),
                planning("gives its verdicts in another order", "P2 every", PlanMutants::turned),
                planning("takes conditions of other stores for its own", "P8 a condition", PlanMutants::accepting),
                Mutant.of("refuses in other words than it documents", "CL1", "ClaimingQueries", EarlyWindow::new)
                        .claiming(all -> all.without(Capability.NULL_TESTS, "something else")),
                Mutant.of("does what it does not claim", "CL1", "ClaimingQueries", MapAdapter::new)
                        .claiming(all -> all.without(Capability.NEGATION, NO_NULL_TESTS)),
                Mutant.of("has a part that it does not claim", "CL4", "ClaimingQueries", MapAdapter::new)
                        .claiming(all -> all.without(Capability.BULK_CHANGE, "one by one")));
    }

    /** Does not do tests for null, and takes the window all the same. */
    private static final class EarlyWindow extends MapAdapter {
        @Override
        public PushDown plan(QueryRequest query) {
            List<Predicate> done =
                    query.conjuncts().stream().filter(c -> !hasNullTest(c)).toList();
            List<Verdict> where = query.conjuncts().stream()
                    .map(c -> hasNullTest(c) ? Verdict.refused(NO_NULL_TESTS) : verdict(c))
                    .toList();
            NativePlan plan = super.plan(Rewriting.where(query, done)).plan();
            return new PushDown(plan, where, Verdict.exact(), Verdict.exact());
        }

        private static boolean hasNullTest(Predicate predicate) {
            return predicate.toString().contains("is null");
        }
    }

    /** Looks at the rows to find out how to plan. */
    private static final class AskingPlanner extends MapAdapter {
        @Override
        public PushDown plan(QueryRequest query) {
            tables.rows(query.source());
            return super.plan(query);
        }
    }

    /** Runs each plan once as it was accepted, and then without its conditions. */
    private static final class Forgetful extends MapAdapter {
        private final List<NativePlan> seen = Collections.synchronizedList(new ArrayList<>());

        @Override
        public RowCursor scan(NativePlan plan, ScanSpec spec) {
            if (seen.stream().noneMatch(other -> other == plan)) {
                seen.add(plan);
                return super.scan(plan, spec);
            }
            Source source = ((MapPlan) plan).query().source();
            QueryRequest all = new QueryRequest(source, List.of(), List.of(), Window.ALL);
            return super.scan(super.plan(all).plan(), spec);
        }
    }

    private static final class Surprised extends MapAdapter {
        @Override
        public PushDown plan(QueryRequest query) {
            boolean isEmpty = query.conjuncts().stream()
                    .anyMatch(conjunct -> conjunct instanceof Predicate.Text text
                            && text.pattern().value().equals(""));
            if (isEmpty) {
                throw new IllegalArgumentException("an empty text");
            }
            return super.plan(query);
        }
    }

    private static final class Distracted extends MapAdapter {
        @Override
        public PushDown plan(QueryRequest query) {
            PushDown answer = super.plan(query);
            return answer.where().stream().allMatch(Verdict::isExact)
                    ? answer
                    : new PushDown(
                            super.plan(Rewriting.where(query, List.of())).plan(),
                            answer.where(),
                            answer.order(),
                            answer.window());
        }
    }

    private static Predicate widened(Predicate predicate) {
        return predicate instanceof Predicate.Not not && not.term() instanceof Predicate.And and
                ? new Predicate.Not(and.terms().get(0))
                : predicate;
    }

    private static RowCursor withoutSlot(RowCursor cursor, ScanSpec spec) {
        List<Row> rows = new ArrayList<>();
        cursor.forEachLeft(row ->
                rows.add(row.with(spec.slots().get(spec.slots().size() - 1), null)));
        return RowCursor.over(rows, spec.rowBudget());
    }

    private static Mutant planning(String fault, String rule, UnaryOperator<List<Verdict>> verdicts) {
        return Mutant.of(fault, rule, "Planning", () -> new MapAdapter() {
            @Override
            public PushDown plan(QueryRequest query) {
                PushDown answer = super.plan(query);
                return new PushDown(answer.plan(), verdicts.apply(answer.where()), answer.order(), answer.window());
            }
        });
    }

    private static List<Verdict> withoutLast(List<Verdict> verdicts) {
        return verdicts.subList(0, Math.max(0, verdicts.size() - 1));
    }

    private static List<Verdict> turned(List<Verdict> verdicts) {
        List<Verdict> turned = new ArrayList<>(verdicts);
        Collections.reverse(turned);
        return turned;
    }

    private static List<Verdict> accepting(List<Verdict> verdicts) {
        return Collections.nCopies(verdicts.size(), Verdict.exact());
    }

    private static RowCursor relaid(RowCursor cursor) {
        List<Row> rows = new ArrayList<>();
        cursor.forEachLeft(row -> rows.add(Row.over(new Layout(row.layout().slots()), row.toArray())));
        return RowCursor.over(rows, OptionalLong.empty());
    }
}
