package dev.ectype.tck.self;

import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.Joining;
import dev.ectype.spi.Joining.Join;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.spi.Verdict;
import dev.ectype.tck.sample.Paths;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Adapters that relate other rows than they were asked for. */
final class JoinMutants {
    private JoinMutants() {}

    static List<Mutant> all() {
        return List.of(
                related(
                        "forgets the conditions of related rows",
                        "J2",
                        rows -> rows(rows, List.of(), rows.order(), rows.window())),
                related(
                        "forgets the order of related rows",
                        "J2",
                        rows -> rows(rows, rows.conjuncts(), List.of(), rows.window())),
                related(
                        "gives all related rows where some were asked for",
                        "J3",
                        rows -> rows(rows, rows.conjuncts(), rows.order(), Window.ALL)),
                joining("relates each row by another slot", "J1", JoinMutants::byName),
                joining(
                        "joins the same rows twice",
                        "J5",
                        joins -> joins.stream().map(join -> joins.get(0)).toList()),
                Mutant.of("relates rows without a value to one another", "J1", "Joins", NullsEqual::new),
                Mutant.of("says that a join is never a scan", "J6", "Joins", Optimistic::new));
    }

    private static QueryRequest rows(QueryRequest of, List<Predicate> conjuncts, List<Order> order, Window window) {
        return new QueryRequest(of.source(), conjuncts, order, window);
    }

    private static Mutant related(String fault, String rule, UnaryOperator<QueryRequest> change) {
        return joining(
                fault,
                rule,
                joins -> joins.stream()
                        .map(join -> new Join(join.owner(), join.related(), change.apply(join.rows()), join.slots()))
                        .toList());
    }

    private static List<Join> byName(List<Join> joins) {
        return joins.stream()
                .map(join -> {
                    FieldPath name = Paths.slot(join.rows().source().layout(), 1);
                    return new Join(name, name, join.rows(), join.slots());
                })
                .toList();
    }

    private static Mutant joining(String fault, String rule, UnaryOperator<List<Join>> change) {
        return Mutant.of(fault, rule, "Joins", () -> new Changed(change));
    }

    /** Joins otherwise than it was asked to. */
    private static final class Changed extends MapAdapter {
        private final UnaryOperator<List<Join>> change;

        Changed(UnaryOperator<List<Join>> change) {
            this.change = change;
        }

        @Override
        public Joining.Answer planJoins(QueryRequest query, List<Join> joins, Layout result) {
            return super.planJoins(query, change.apply(joins), result);
        }
    }

    /** Takes a row without a value for one that has the same. */
    private static final class NullsEqual extends MapAdapter {
        @Override
        public RowCursor scan(NativePlan plan, ScanSpec spec) {
            if (!(plan instanceof MapJoins joins)) {
                return super.scan(plan, spec);
            }
            List<Row> rows = new ArrayList<>();
            RowCursor cursor = super.scan(plan, spec);
            for (Row row = cursor.next(); row != null; row = cursor.next()) {
                rows.add(withNulls(row, joins));
            }
            return RowCursor.over(rows, spec.rowBudget());
        }

        private Row withNulls(Row row, MapJoins joins) {
            Join first = joins.joins().get(0);
            int own = first.rows().source().layout().size();
            return row.get(first.owner().slot()) == null ? row.with(own, nulls(first)) : row;
        }

        private List<Row> nulls(Join join) {
            return tables.rows(join.rows().source()).stream()
                    .filter(row -> row.get(join.related().slot()) == null)
                    .toList();
        }
    }

    /** Says of every plan that an index leads to its rows. */
    private static final class Optimistic extends MapAdapter {
        @Override
        public Joining.Answer planJoins(QueryRequest query, List<Join> joins, Layout result) {
            MapJoins plan =
                    (MapJoins) super.planJoins(query, joins, result).plan().orElseThrow();
            return new Joining.Answer(Optional.of(new Told(plan)), Verdict.exact());
        }
    }

    private record Told(MapJoins plan) implements NativePlan {
        @Override
        public Access access() {
            return Access.INDEX;
        }

        @Override
        public String explain() {
            return plan.explain();
        }
    }
}
