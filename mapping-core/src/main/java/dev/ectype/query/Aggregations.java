package dev.ectype.query;

import dev.ectype.schema.Column;
import java.math.BigDecimal;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The aggregates of one column over all records of a query, by name. Others are said with {@link Query#aggregate}. */
public final class Aggregations {
    private Aggregations() {}

    /** Returns the sum of the values; null if there is none. */
    public static <R> Selection<@Nullable BigDecimal> sum(Query<R> query, Column<R, ? extends Number> column) {
        return query.aggregate(DSL.sum(column));
    }

    /** Returns the mean of the values; null if there is none. */
    public static <R> Selection<@Nullable BigDecimal> avg(Query<R> query, Column<R, ? extends Number> column) {
        return query.aggregate(DSL.avg(column));
    }

    /** Returns the least value; null if there is none. */
    public static <R, V> Selection<@Nullable V> min(Query<R> query, Column<R, V> column) {
        return query.aggregate(DSL.min(column));
    }

    /** Returns the greatest value; null if there is none. */
    public static <R, V> Selection<@Nullable V> max(Query<R> query, Column<R, V> column) {
        return query.aggregate(DSL.max(column));
    }
}
