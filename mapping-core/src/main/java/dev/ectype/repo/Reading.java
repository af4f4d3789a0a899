package dev.ectype.repo;

import dev.ectype.error.MultipleResultsException;
import dev.ectype.error.NoResultException;
import dev.ectype.plan.Explanation;
import dev.ectype.query.Aggregations;
import dev.ectype.query.Query;
import dev.ectype.query.Queryable;
import dev.ectype.repo.page.Page;
import dev.ectype.schema.Association;
import dev.ectype.schema.Column;
import dev.ectype.schema.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a repo reads. What a store cannot do of a query is refused before it is touched, with an
 * {@link dev.ectype.error.UnsupportedQueryException}, unless the query allows finishing it here.
 */
public sealed interface Reading permits Repo {

    private Reader reader() {
        return ((Repo) this).reader();
    }

    private Pager pager() {
        return ((Repo) this).pager();
    }

    /**
     * Returns the record with a primary key, if it is there.
     *
     * @param key the values of the primary key, in the order of its columns; each is cast by its column's type
     */
    default <R> Optional<R> get(Schema<R> schema, Object... key) {
        return reader().get(schema, key);
    }

    /**
     * Returns the record with a primary key.
     *
     * @throws NoResultException if it is not there
     */
    default <R> R getOrThrow(Schema<R> schema, Object... key) {
        return get(schema, key)
                .orElseThrow(() ->
                        new NoResultException("no record has this primary key", Map.of("source", schema.asSource())));
    }

    /**
     * Returns the only record that has these values, by the names of its columns, if there is one.
     *
     * @throws MultipleResultsException if there are several
     * @throws dev.ectype.error.MappingException if a column is unknown, with the one that may have been meant
     */
    default <R> Optional<R> getBy(Schema<R> schema, Map<String, ?> values) {
        return one(Query.from(schema).where(values));
    }

    /**
     * Returns the only record that has these values.
     *
     * @throws NoResultException if there is none
     * @throws MultipleResultsException if there are several
     */
    default <R> R getByOrThrow(Schema<R> schema, Map<String, ?> values) {
        return oneOrThrow(Query.from(schema).where(values));
    }

    /** Returns the records that have these values, by the names of their columns. */
    default <R> List<R> allBy(Schema<R> schema, Map<String, ?> values) {
        return all(Query.from(schema).where(values));
    }

    /**
     * Returns the results of a query: records, or what it selects.
     *
     * @throws dev.ectype.error.UnsupportedQueryException if the store cannot run it and the query does not allow finishing
     *     it here; before the store is touched
     */
    default <T extends @Nullable Object> List<T> all(Queryable<T> query) {
        return reader().all(query);
    }

    /**
     * Returns the only result of a query, if there is one; empty as well if it is a single value that is null.
     *
     * @throws MultipleResultsException if there are several
     */
    default <T> Optional<T> one(Queryable<? extends @Nullable T> query) {
        List<? extends @Nullable T> found = reader().all(query.atMost(2));
        if (found.size() > 1) {
            throw new MultipleResultsException(
                    "more than one record was found where at most one was expected; add conditions or a limit",
                    Map.of("query", query));
        }
        return found.isEmpty() ? Optional.empty() : Optional.ofNullable(found.get(0));
    }

    /**
     * Returns the only result of a query.
     *
     * @throws NoResultException if there is none
     * @throws MultipleResultsException if there are several
     */
    default <T> T oneOrThrow(Queryable<? extends @Nullable T> query) {
        return this.<T>one(query)
                .orElseThrow(() ->
                        new NoResultException("no record was found where one was expected", Map.of("query", query)));
    }

    /**
     * Returns the results of a query one by one, as they come from the store. Close the stream, as with {@code
     * try (var people = repo.stream(query))}: that frees what it holds in the store, wherever reading stopped. Where the
     * store cuts the result short, reading on throws and says why; a stream that ends has all of it.
     */
    default <T extends @Nullable Object> Stream<T> stream(Queryable<T> query) {
        return reader().stream(query);
    }

    /** Returns the first page of a query, of at most {@code size} results. */
    default <T extends @Nullable Object> Page<T> page(Queryable<T> query, int size) {
        return pager().page(query, size, null);
    }

    /**
     * Returns a page of a query: behind or before the row that its cursor is of. Rows that were added or removed since do
     * not move it. The primary key is added to the order of the query, so that no two rows have one place.
     *
     * @param cursor {@link Page#next} or {@link Page#previous} of another page of the same query
     * @throws dev.ectype.repo.page.CursorException if the cursor is of another query or order, or was changed
     */
    default <T extends @Nullable Object> Page<T> page(Queryable<T> query, int size, String cursor) {
        return pager().page(query, size, cursor);
    }

    /** Tells whether a query has a result. */
    default boolean exists(Queryable<?> query) {
        return reader().exists(query);
    }

    /**
     * Returns how many results a query has. A store that counts does so; otherwise its rows are counted here, which needs
     * {@code clientSide(maxRows)} or a limit.
     */
    default long count(Queryable<?> query) {
        return reader().count(query);
    }

    /** Returns the sum of a column over the records of a query; empty if none has a value. */
    default <R> Optional<BigDecimal> sum(Query<R> query, Column<R, ? extends Number> column) {
        return one(Aggregations.sum(query, column));
    }

    /** Returns the mean of a column over the records of a query; empty if none has a value. */
    default <R> Optional<BigDecimal> avg(Query<R> query, Column<R, ? extends Number> column) {
        return one(Aggregations.avg(query, column));
    }

    /** Returns the least value of a column over the records of a query; empty if none has one. */
    default <R, V> Optional<V> min(Query<R> query, Column<R, V> column) {
        return one(Aggregations.min(query, column));
    }

    /** Returns the greatest value of a column over the records of a query; empty if none has one. */
    default <R, V> Optional<V> max(Query<R> query, Column<R, V> column) {
        return one(Aggregations.max(query, column));
    }

    /**
     * Returns the query of the records that an association of any kind relates to owners, each once, in any order. Where rows
     * of their own or other associations relate them, what stands between them is read now; {@link Query#assoc} needs no
     * repo where it does not have to.
     */
    default <R, E> Query<E> assoc(Association<R, E, ?> association, List<R> owners) {
        return reader().assoc(association, owners);
    }

    /** Reads a record again, found by its primary key; empty if it is gone. */
    default <R> Optional<R> reload(Schema<R> schema, R data) {
        return reader().reload(schema, List.of(data)).get(0);
    }

    /**
     * Reads a record again, found by its primary key.
     *
     * @throws NoResultException if it is gone
     */
    default <R> R reloadOrThrow(Schema<R> schema, R data) {
        return reload(schema, data).orElseThrow(() -> gone(schema));
    }

    /** Reads records again, in few queries: one result for each, in their order, empty for those that are gone. */
    default <R> List<Optional<R>> reloadAll(Schema<R> schema, List<R> records) {
        return reader().reload(schema, records);
    }

    /**
     * Reads records again, in their order.
     *
     * @throws NoResultException if one of them is gone
     */
    default <R> List<R> reloadAllOrThrow(Schema<R> schema, List<R> records) {
        return reloadAll(schema, records).stream()
                .map(found -> found.orElseThrow(() -> gone(schema)))
                .toList();
    }

    private static NoResultException gone(Schema<?> schema) {
        return new NoResultException(
                "a record to be read again is no longer there", Map.of("source", schema.asSource()));
    }

    /**
     * Makes a record of what was read by other means: its values in their neutral stored form, by their names in the store,
     * embedded records as maps. Other names are passed over; nothing is cast.
     *
     * @throws dev.ectype.error.MappingException if a value is not one that its field's type writes
     */
    default <R> R load(Schema<R> schema, Map<String, ?> stored) {
        return PlannedQuery.load(schema, RawRows.of(schema, stored));
    }

    /** Returns how a query would run, without running it. */
    default Explanation explain(Queryable<?> query) {
        return reader().explain(query);
    }

    /** Returns how the records of a query would be counted. */
    default Explanation explainCount(Query<?> query) {
        return reader().explainCount(query);
    }

    /** Returns how the first page of a query would be read. */
    default Explanation explainPage(Queryable<?> query, int size) {
        return pager().explain(query, size, null);
    }

    /** Returns how the page of a cursor would be read. */
    default Explanation explainPage(Queryable<?> query, int size, String cursor) {
        return pager().explain(query, size, cursor);
    }
}
