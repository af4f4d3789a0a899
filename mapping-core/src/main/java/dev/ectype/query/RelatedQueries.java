package dev.ectype.query;

import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.schema.Association;
import dev.ectype.schema.Column;
import dev.ectype.schema.JoinThrough;
import dev.ectype.schema.Link;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

    /**
     * Returns the query of the records that an association relates to owners by a column.
     *
     * @throws MappingException if rows of their own or other associations relate them
     */
    static <R, E> Query<E> ofOwners(Association<R, E, ?> association, Collection<? extends R> owners) {
        Link<R, E> link = association
                .linked()
                .orElseThrow(() -> new MappingException(
                        Kind.USAGE,
                        "what stands between these records has to be read first; ask the repo: repo.assoc(...)",
                        Map.of("association", association)));
        List<Object> keys = new ArrayList<>();
        for (R owner : owners) {
            Object key = association.shape().get(owner, link.owner());
            if (key != null) {
                keys.add(key);
            }
        }
        return having(of(association), link.related(), keys);
    }

    /** Returns the query of the records that have one of the keys in a column. */
    public static <E> Query<E> having(Query<E> query, Column<E, ?> column, Collection<?> keys) {
        return query.where(column.in(keys));
    }
}
