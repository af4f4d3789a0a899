package dev.ectype.plan;

import dev.ectype.error.ClientSideBudgetException;
import dev.ectype.error.MappingException;
import dev.ectype.query.eval.Evaluator;
import dev.ectype.query.eval.RowOrder;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs a plan: the store's rows as they come, checked, ordered and cut here as far as the store did not. */
final class Finishing {
    private Finishing() {}

    static RowSource run(QueryPlan plan, List<Integer> wanted, CallOptions options) {
        RowSource rows = fetch(plan, wanted, options);
        if (plan.isWhole()) {
            return rows;
        }
        if (!plan.residual().isEmpty()) {
            rows = new Filtered(rows, Evaluator.ofAll(plan.residual()));
        }
        if (!plan.remainingOrder().isEmpty()) {
            rows = sorted(rows, plan);
        }
        return plan.remainingWindow().isAll() ? rows : new Windowed(rows, plan.remainingWindow());
    }

    private static RowSource fetch(QueryPlan plan, List<Integer> wanted, CallOptions options) {
        OptionalLong budget = plan.isWhole() ? OptionalLong.empty() : plan.clientSideBudget();
        OptionalLong asked = budget.isPresent() ? OptionalLong.of(budget.getAsLong() + 1) : OptionalLong.empty();
        ScanSpec spec = new ScanSpec(plan.slotsToFetch(wanted), asked, options);
        return new Fetched(plan, plan.adapter().scan(plan.pushDown().plan(), spec), budget.orElse(Long.MAX_VALUE));
    }

    /** Returns the rows of a cursor, none missing without a word. */
    static RowSource wholly(QueryPlan plan, RowCursor cursor) {
        return new Fetched(plan, cursor, Long.MAX_VALUE);
    }

    /** Returns rows that are all there. */
    static RowSource listed(List<Row> rows) {
        return new Listed(rows);
    }

    static ClientSideBudgetException overBudget(QueryPlan plan, long budget) {
        return new ClientSideBudgetException(
                "finishing this query here needs more rows than clientSide(maxRows) allows;"
                        + " ask for fewer rows or allow more",
                Map.of("source", plan.request().source(), "maxRows", budget));
    }

    private static RowSource sorted(RowSource rows, QueryPlan plan) {
        List<Row> all = new ArrayList<>();
        try (rows) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                all.add(row);
            }
        }
        all.sort(RowOrder.of(plan.remainingOrder()));
        return new Listed(all);
    }

    /** The rows of the store, no more of them than allowed and none missing without a word. */
    private static final class Fetched implements RowSource {
        private final QueryPlan plan;
        private final RowCursor cursor;
        private final long budget;
        private long count;

        Fetched(QueryPlan plan, RowCursor cursor, long budget) {
            this.plan = plan;
            this.cursor = cursor;
            this.budget = budget;
        }

        @Override
        public @Nullable Row next() {
            Row row = cursor.next();
            if (row == null) {
                requireWholeResult();
            } else if (++count > budget) {
                throw overBudget(plan, budget);
            }
            return row;
        }

        @Override
        public void forEachLeft(Consumer<? super Row> action) {
            if (budget < Long.MAX_VALUE) {
                RowSource.super.forEachLeft(action);
            } else {
                cursor.forEachLeft(action);
                requireWholeResult();
            }
        }

        private void requireWholeResult() {
            if (cursor.end() == RowCursor.End.STORE_LIMIT || cursor.end() == RowCursor.End.BUDGET) {
                throw new MappingException(
                        MappingException.Kind.UNSUPPORTED,
                        "the store cut the result short, so it is not returned; ask for fewer rows or raise its limit",
                        Map.of("store", plan.adapter().store(), "rows read", count, "end", cursor.end()));
            }
        }

        @Override
        public void close() {
            cursor.close();
        }
    }

    /** The rows that meet the conditions left over. */
    private record Filtered(RowSource rows, Evaluator conditions) implements RowSource {
        @Override
        public @Nullable Row next() {
            Row row = rows.next();
            while (row != null && !conditions.matches(row)) {
                row = rows.next();
            }
            return row;
        }

        @Override
        public void close() {
            rows.close();
        }
    }

    /** Rows that are all there. */
    private static final class Listed implements RowSource {
        private final List<Row> rows;
        private int next;

        Listed(List<Row> rows) {
            this.rows = rows;
        }

        @Override
        public @Nullable Row next() {
            return next < rows.size() ? rows.get(next++) : null;
        }

        @Override
        public void close() {}
    }

    /** A window of ordered rows. */
    private static final class Windowed implements RowSource {
        private final RowSource rows;
        private final long limit;
        private long toSkip;
        private long taken;

        Windowed(RowSource rows, Window window) {
            this.rows = rows;
            this.limit = window.limit().orElse(Long.MAX_VALUE);
            this.toSkip = window.offset();
        }

        @Override
        public @Nullable Row next() {
            for (; toSkip > 0; toSkip--) {
                if (rows.next() == null) {
                    return null;
                }
            }
            return taken++ < limit ? rows.next() : null;
        }

        @Override
        public void close() {
            rows.close();
        }
    }
}
