package dev.ectype.tck.self;

import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.Joining.Join;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.QueryRequest;
import dev.ectype.tck.sample.Paths;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Rows with the rows related to them, found one by one. */
record MapJoins(QueryRequest query, List<Join> joins, Layout result) implements NativePlan {

    List<Row> rows(Function<QueryRequest, List<Row>> reading) {
        return reading.apply(query).stream().map(row -> joined(row, reading)).toList();
    }

    private Row joined(Row row, Function<QueryRequest, List<Row>> reading) {
        Object[] values = Arrays.copyOf(row.toArray(), result.size());
        for (int i = 0; i < joins.size(); i++) {
            Object key = row.get(joins.get(i).owner().slot());
            values[row.layout().size() + i] = key == null ? List.of() : reading.apply(related(joins.get(i), key));
        }
        return Row.over(result, values);
    }

    private static QueryRequest related(Join join, Object key) {
        List<Predicate> conjuncts = new ArrayList<>(join.rows().conjuncts());
        conjuncts.add(Paths.equal(join.related(), key));
        return new QueryRequest(
                join.rows().source(),
                conjuncts,
                join.rows().order(),
                join.rows().window());
    }

    /** Whatever the value, the way to the related rows is the same. */
    @Override
    public Access access() {
        Access widest = new MapPlan(query, Optional.empty()).access();
        for (Join join : joins) {
            QueryRequest any = new QueryRequest(
                    join.rows().source(), List.of(Paths.equal(join.related(), "")), List.of(), Window.ALL);
            Access access = new MapPlan(any, Optional.empty()).access();
            widest = widest.compareTo(access) < 0 ? access : widest;
        }
        return widest;
    }

    @Override
    public String explain() {
        return "rows of " + query.source() + " where " + query.conjuncts() + " with those of "
                + joins.stream().map(join -> join.rows().source()).toList();
    }
}
