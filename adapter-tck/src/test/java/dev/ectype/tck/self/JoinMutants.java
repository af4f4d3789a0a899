package dev.ectype.tck.self;

import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.Joining;
import dev.ectype.spi.Joining.Join;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.NativePlan.Access;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.tck.sample.Paths;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Adapters that relate other rows than they were asked for. */
final class JoinMutants {
    private JoinMutants() {}

    static List<Mutant> all() {
        return List.of(
                Mutant.of("joins rows that are not asked for", "J4", "Joins", JoiningAll::new),
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
                telling("says that a join is never a scan", plan -> new Told(Access.INDEX, plan.explain())),
                telling(
                        "shows values in the plan of a join",
                        plan -> new Told(plan.access(), plan.explain() + values(plan))));
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

    private static final class JoiningAll extends MapAdapter {
        @Override
        public Joining.Answer planJoins(QueryRequest query, List<Join> joins, Layout result) {
            return super.planJoins(Rewriting.where(query, List.of()), joins, result);
        }
    }

    private static Mutant telling(String fault, Function<MapJoins, NativePlan> told) {
        return Mutant.of(fault, "J6", "Joins", () -> new MapAdapter() {
            @Override
            public Joining.Answer planJoins(QueryRequest query, List<Join> joins, Layout result) {
                Joining.Answer answer = super.planJoins(query, joins, result);
                return new Joining.Answer(answer.plan().map(plan -> told.apply((MapJoins) plan)), answer.verdict());
            }
        });
    }

    private record Told(Access access, String explain) implements NativePlan {}

    private static List<Object> values(MapJoins plan) {
        return plan.joins().stream()
                .flatMap(join -> AccessMutants.values(join.rows()).stream())
                .toList();
    }
}
