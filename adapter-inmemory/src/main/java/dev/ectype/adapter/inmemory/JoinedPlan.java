package dev.ectype.adapter.inmemory;

import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import dev.ectype.spi.Adapter;
import dev.ectype.spi.Joining.Join;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A query whose rows come with the rows related to them, which are looked up for each. Immutable.
 *
 * @param rows the query
 * @param joins what is related
 * @param result the layout of the result
 * @param access the widest of the ways to either side
 */
record JoinedPlan(NativePlan rows, List<Join> joins, Layout result, Access access) implements NativePlan {

    /** Plans a query of an adapter. */
    static JoinedPlan of(Adapter adapter, QueryRequest query, List<Join> joins, Layout result) {
        NativePlan rows = adapter.plan(query).plan();
        Access widest = rows.access();
        for (Join join : joins) {
            Access access = adapter.plan(related(join, "")).plan().access();
            widest = widest.compareTo(access) < 0 ? access : widest;
        }
        return new JoinedPlan(rows, List.copyOf(joins), result, widest);
    }

    private static QueryRequest related(Join join, Object key) {
        QueryRequest rows = join.rows();
        List<Predicate> conjuncts = new ArrayList<>(rows.conjuncts());
        Value value = new Value(key, join.owner().storage(), join.owner().redacted());
        conjuncts.add(new Predicate.Compare(join.related(), Comparison.EQ, value));
        return new QueryRequest(rows.source(), conjuncts, rows.order(), rows.window());
    }

    /** Returns the rows, as the adapter sees both sides. */
    RowCursor open(Adapter adapter, ScanSpec spec) {
        RowCursor cursor = adapter.scan(rows, spec);
        return new RowCursor() {
            @Override
            public @Nullable Row next() {
                Row row = cursor.next();
                return row == null ? null : joined(adapter, row, spec);
            }

            @Override
            public End end() {
                return cursor.end();
            }

            @Override
            public void close() {
                cursor.close();
            }
        };
    }

    private Row joined(Adapter adapter, Row row, ScanSpec spec) {
        @Nullable Object[] values = Arrays.copyOf(row.toArray(), result.size());
        for (int i = 0; i < joins.size(); i++) {
            Object key = row.get(joins.get(i).owner().slot());
            values[row.layout().size() + i] = key == null ? List.of() : found(adapter, joins.get(i), key, spec);
        }
        return Row.over(result, values);
    }

    private static List<Row> found(Adapter adapter, Join join, Object key, ScanSpec spec) {
        List<Row> found = new ArrayList<>();
        ScanSpec all = new ScanSpec(join.slots(), OptionalLong.empty(), spec.options());
        try (RowCursor cursor = adapter.scan(adapter.plan(related(join, key)).plan(), all)) {
            for (Row row = cursor.next(); row != null; row = cursor.next()) {
                found.add(row);
            }
        }
        return found;
    }

    @Override
    public String explain() {
        return rows.explain() + "\nwith "
                + joins.stream()
                        .map(join -> join.rows().source() + " of the same " + join.related())
                        .collect(Collectors.joining(", "));
    }
}
