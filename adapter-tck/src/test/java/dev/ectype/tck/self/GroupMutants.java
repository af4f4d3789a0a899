package dev.ectype.tck.self;

import dev.ectype.query.ir.Aggregate;
import dev.ectype.query.ir.Aggregate.Function;
import dev.ectype.query.ir.Grouping;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.Aggregating;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.spi.Verdict;
import dev.ectype.types.stored.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Adapters that count, add up or group wrongly. */
final class GroupMutants {
    private GroupMutants() {}

    static List<Mutant> all() {
        return List.of(
                planning("counts rows whatever their condition", "G1", query -> Rewriting.where(query, List.of())),
                grouping("counts values that are null", "G2", GroupMutants::countingNulls),
                results("adds up nothing to zero", "G3", GroupMutants::zeroForNull),
                results("forgets the group without a key", "G4", GroupMutants::withoutNullKeys),
                grouping("counts equal values one by one", "G5", GroupMutants::eachValue),
                grouping("forgets which groups are wanted", "G6", GroupMutants::allGroups),
                results("adds up whole numbers as floating ones", "G7 sums of large", GroupMutants::floatingWhole),
                results("adds up decimals as floating numbers", "G7 sums of decimals", GroupMutants::floating),
                Mutant.of("groups decimals by their digits", "G7 decimals", "Grouping", ByDigits::new),
                planning("groups whatever it does not know", "G8", GroupMutants::known),
                refusing("refuses a grouping for no reason", query -> ""),
                refusing("shows a value in its reason", query -> "no groups of " + AccessMutants.values(query)));
    }

    private static Mutant grouping(String fault, String rule, UnaryOperator<Grouping> change) {
        return Mutant.of(fault, rule, "Grouping", () -> grouping(change));
    }

    /** Returns an adapter that groups in another way. */
    static MapAdapter grouping(UnaryOperator<Grouping> change) {
        return new MapAdapter() {
            @Override
            public Aggregating.Answer planGrouping(QueryRequest query, Grouping grouping) {
                return super.planGrouping(query, change.apply(grouping));
            }
        };
    }

    private static Mutant results(String fault, String rule, UnaryOperator<List<Row>> change) {
        return Mutant.of(fault, rule, "Grouping", () -> new MapAdapter() {
            @Override
            public RowCursor scan(NativePlan plan, ScanSpec spec) {
                RowCursor cursor = super.scan(plan, spec);
                if (((MapPlan) plan).grouping().isEmpty()) {
                    return cursor;
                }
                List<Row> rows = new ArrayList<>();
                cursor.forEachLeft(rows::add);
                return RowCursor.over(change.apply(rows), OptionalLong.empty());
            }
        });
    }

    private static Mutant planning(String fault, String rule, UnaryOperator<QueryRequest> change) {
        return Mutant.of(fault, rule, "Grouping", () -> new MapAdapter() {
            @Override
            public Aggregating.Answer planGrouping(QueryRequest query, Grouping grouping) {
                return super.planGrouping(change.apply(query), grouping);
            }
        });
    }

    private static QueryRequest known(QueryRequest query) {
        return Rewriting.where(
                query,
                query.conjuncts().stream()
                        .filter(conjunct -> !conjunct.hasNativePart())
                        .toList());
    }

    private static Mutant refusing(String fault, java.util.function.Function<QueryRequest, String> reason) {
        return Mutant.of(fault, "G8", "Grouping", () -> new MapAdapter() {
            @Override
            public Aggregating.Answer planGrouping(QueryRequest query, Grouping grouping) {
                Aggregating.Answer answer = super.planGrouping(query, grouping);
                return answer.plan().isPresent()
                        ? answer
                        : new Aggregating.Answer(Optional.empty(), Verdict.refused(reason.apply(query)));
            }
        });
    }

    static Grouping countingNulls(Grouping grouping) {
        return computing(
                grouping,
                each -> each.function() == Function.COUNT && !each.distinct()
                        ? new Aggregate(Function.COUNT, Optional.empty(), false, each.storage())
                        : each);
    }

    private static Grouping eachValue(Grouping grouping) {
        return computing(grouping, each -> new Aggregate(each.function(), each.operand(), false, each.storage()));
    }

    private static Grouping computing(Grouping grouping, UnaryOperator<Aggregate> change) {
        return new Grouping(
                grouping.keys(),
                grouping.aggregates().stream().map(change).toList(),
                grouping.result(),
                grouping.having(),
                grouping.order(),
                grouping.window());
    }

    static Grouping allGroups(Grouping grouping) {
        return new Grouping(
                grouping.keys(), grouping.aggregates(), grouping.result(), List.of(), grouping.order(), Window.ALL);
    }

    private static List<Row> zeroForNull(List<Row> rows) {
        return each(rows, value -> value == null ? 0L : value);
    }

    private static List<Row> withoutNullKeys(List<Row> rows) {
        return rows.stream().filter(row -> row.get(0) != null).toList();
    }

    private static List<Row> floatingWhole(List<Row> rows) {
        return each(rows, value -> value instanceof Long number ? (Object) (long) number.doubleValue() : value);
    }

    private static List<Row> floating(List<Row> rows) {
        return each(
                rows, value -> value instanceof BigDecimal number ? BigDecimal.valueOf(number.doubleValue()) : value);
    }

    /** Makes groups of the rows with one number of digits, and then of those with another. */
    private static final class ByDigits extends MapAdapter {
        @Override
        public RowCursor scan(NativePlan plan, ScanSpec spec) {
            MapPlan asked = (MapPlan) plan;
            if (asked.grouping().map(Grouping::keys).orElse(List.of()).isEmpty()) {
                return super.scan(plan, spec);
            }
            Map<Integer, List<Row>> byDigits =
                    rows(asked.query()).stream().collect(Collectors.groupingBy(ByDigits::digits));
            List<Row> groups = new ArrayList<>();
            byDigits.values()
                    .forEach(rows -> groups.addAll(
                            MapGrouping.group(rows, asked.grouping().get())));
            return RowCursor.over(groups, spec.rowBudget());
        }

        private static int digits(Row row) {
            return Arrays.stream(row.toArray())
                    .filter(BigDecimal.class::isInstance)
                    .mapToInt(decimal -> ((BigDecimal) decimal).scale())
                    .sum();
        }
    }

    private static List<Row> each(List<Row> rows, UnaryOperator<Object> change) {
        List<Row> changed = new ArrayList<>();
        for (Row row : rows) {
            Object[] values = row.toArray();
            for (int i = 0; i < values.length; i++) {
                values[i] = change.apply(values[i]);
            }
            changed.add(Row.over(row.layout(), values));
        }
        return changed;
    }
}
