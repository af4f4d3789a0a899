package dev.ectype.query;

import dev.ectype.schema.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a repo can read: the records of a query, or what is selected of them or of groups of them. Immutable.
 *
 * @param <T> what is returned for each row; null only for a single selected value that is not there
 */
public sealed interface Queryable<T extends @Nullable Object> permits Query, Selection {

    /** Returns the schema whose rows are read. */
    Schema<?> schema();

    /** Returns the query of the rows that are read. */
    Query<?> rows();

    /** Returns at most {@code rows} results in all; a later call replaces an earlier one. */
    Queryable<T> limit(long rows);

    /** Returns at most {@code rows} results, and no more than a limit that there is already. */
    Queryable<T> atMost(long rows);

    /** Returns the same with a value for a {@linkplain #bind(Map) named parameter}. */
    default Queryable<T> bind(String parameter, Object value) {
        return bind(Map.of(parameter, value));
    }

    /**
     * Returns the same with values for named parameters, which stand in conditions as jOOQ's {@code param(name, type)}. The
     * query is not translated again. A value is cast by the type of the column that it is compared with; several values
     * may be given for a parameter in {@code in(...)}.
     *
     * @throws dev.ectype.error.MappingException if there is no such parameter, or the value is null or not one of the type
     */
    Queryable<T> bind(Map<String, ?> values);
}
