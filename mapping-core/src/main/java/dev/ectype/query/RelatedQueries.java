package dev.ectype.query;

import dev.ectype.schema.Association;
import dev.ectype.schema.Column;
import dev.ectype.schema.JoinThrough;
import java.util.Collection;
import org.jooq.OrderField;

/** The queries of related records, made of what associations declare. */
public final class RelatedQueries {
    private RelatedQueries() {}

    /** Returns the query of all records that an association may relate. */
    public static <E> Query<E> of(Association<?, E, ?> association) {
        Query<E> all = Query.from(association.related());
        return association.options().where().map(all::where).orElse(all);
    }

    /** Returns the query of all rows by which a join may relate records. */
    public static <J> Query<J> of(JoinThrough<?> join, JoinThrough.Joining<J> rows) {
        Query<J> all = Query.from(rows.schema());
        return join.where().map(all::where).orElse(all);
    }

    /** Returns the query in the association's order, unless it has one. */
    public static <E> Query<E> ordered(Query<E> query, Association<?, E, ?> association) {
        return query.request().order().isEmpty()
                ? query.orderBy(association.options().preloadOrder().toArray(OrderField<?>[]::new))
                : query;
    }

    /** Returns the query of the records that have one of the keys in a column. */
    public static <E> Query<E> having(Query<E> query, Column<E, ?> column, Collection<?> keys) {
        return query.where(column.in(keys));
    }
}
