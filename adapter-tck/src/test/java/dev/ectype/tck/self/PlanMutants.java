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
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Adapters that say one thing and do another, or read too little. */
final class PlanMutants {
    private static final String NO_NULL_TESTS = "maps know no nulls";
    private static final int PAGE = 1000;

    private PlanMutants() {}

    static List<Mutant> all() {
        return List.of(
                Mutant.of("takes the window early", "P5", "Planning", EarlyWindow::new)
                        .claiming(all -> all.without(Capability.NULL_TESTS, NO_NULL_TESTS)),
                Mutant.of("asks the store while it plans", "P8", "Planning", AskingPlanner::new),
                Mutant.of("translates again when it runs", "P1", "Planning", Forgetful::new),
                Mutant.of("gives one verdict too few", "P2", "Planning", Sparing::new),
                Mutant.of("refuses in other words than it documents", "CL1", "ClaimingQueries", EarlyWindow::new)
                        .claiming(all -> all.without(Capability.NULL_TESTS, "something else")),
                Mutant.of("does what it does not claim", "CL1", "ClaimingQueries", MapAdapter::new)
                        .claiming(all -> all.without(Capability.NEGATION, NO_NULL_TESTS)),
                Mutant.of("has a part that it does not claim", "CL4", "ClaimingQueries", MapAdapter::new)
                        .claiming(all -> all.without(Capability.BULK_CHANGE, "one by one")),
                Mutant.reading("ends early", "CU3", "ReadingCursors", (cursor, spec) -> cut(cursor, PAGE)),
                Mutant.reading("ends before the last row", "P10", "ReadingCursors", (cursor, spec) -> cut(cursor, 5)),
                Mutant.reading("is silent about a budget that is spent", "P10", "ReadingCursors", PlanMutants::silent),
                Mutant.reading("gives a row twice", "CU3", "ReadingCursors", (cursor, spec) -> twice(cursor)),
                Mutant.reading(
                        "keeps the last row when it hands over all",
                        "CU4",
                        "ReadingCursors",
                        (cursor, spec) -> new KeepingLast(cursor)),
                Mutant.of("hands over all rows whatever the budget", "CU4", "ReadingCursors", Lavish::new));
    }

    private static List<Row> rows(RowCursor cursor) {
        List<Row> rows = new ArrayList<>();
        for (Row row = cursor.next(); row != null; row = cursor.next()) {
            rows.add(row);
        }
        return rows;
    }

    private static RowCursor cut(RowCursor cursor, int most) {
        List<Row> rows = rows(cursor);
        return RowCursor.over(rows.subList(0, Math.min(most, rows.size())), OptionalLong.empty());
    }

    private static RowCursor silent(RowCursor cursor, ScanSpec spec) {
        return RowCursor.over(rows(cursor), OptionalLong.empty());
    }

    private static RowCursor twice(RowCursor cursor) {
        List<Row> rows = rows(cursor);
        if (rows.size() > PAGE) {
            rows.set(PAGE, rows.get(PAGE - 1));
        }
        return RowCursor.over(rows, OptionalLong.empty());
    }

    /** Reads as it should, and hands over all rows but the last. */
    private record KeepingLast(RowCursor cursor) implements RowCursor {
        @Override
        public @Nullable Row next() {
            return cursor.next();
        }

        @Override
        public void forEachLeft(Consumer<? super Row> action) {
            List<Row> left = rows(cursor);
            left.subList(0, Math.max(0, left.size() - 1)).forEach(action);
        }

        @Override
        public End end() {
            return cursor.end();
        }

        @Override
        public void close() {
            cursor.close();
        }
    }

    /** Counts rows that are read against the budget, and not those that are handed over. */
    private static final class Lavish extends MapAdapter {
        @Override
        public RowCursor scan(NativePlan plan, ScanSpec spec) {
            RowCursor read = super.scan(plan, spec);
            RowCursor all = super.scan(plan, new ScanSpec(spec.slots(), OptionalLong.empty(), spec.options()));
            return new RowCursor() {
                @Override
                public @Nullable Row next() {
                    all.next();
                    return read.next();
                }

                @Override
                public void forEachLeft(Consumer<? super Row> action) {
                    all.forEachLeft(action);
                }

                @Override
                public End end() {
                    return read.end();
                }

                @Override
                public void close() {}
            };
        }
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

    /** Forgets the verdict of the last conjunct. */
    private static final class Sparing extends MapAdapter {
        @Override
        public PushDown plan(QueryRequest query) {
            PushDown answer = super.plan(query);
            List<Verdict> where = answer.where();
            return new PushDown(
                    answer.plan(), where.subList(0, Math.max(0, where.size() - 1)), answer.order(), answer.window());
        }
    }
}
