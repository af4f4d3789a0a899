package dev.ectype.query;

import dev.ectype.plan.Consents;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.jooq.ConditionTranslator;
import dev.ectype.schema.Association;
import dev.ectype.schema.Schema;
import dev.ectype.spi.QueryRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.OrderField;

/**
 * A query of one schema: which records, in which order, how many. Immutable; every method returns a new query. Conditions
 * and orders are jOOQ's, translated at once, so that what cannot be asked fails in the line that asks it.
 *
 * @param <R> the record
 */
public final class Query<R> {
    private final Schema<R> schema;
    private final Parts parts;

    private Query(Schema<R> schema, Parts parts) {
        this.schema = schema;
        this.parts = parts;
    }

    private Query<R> with(Parts changed) {
        return new Query<>(schema, changed);
    }

    /** Returns the query of all records of a schema, in any order. */
    public static <R> Query<R> from(Schema<R> schema) {
        return new Query<>(Objects.requireNonNull(schema, "schema"), Parts.NONE);
    }

    /**
     * Returns the records that meet this condition as well.
     *
     * @throws dev.ectype.error.MappingException if the condition is one that cannot be asked; the message says which part
     */
    public Query<R> where(Condition more) {
        return where(translator().condition(more));
    }

    /** Returns the records that meet this translated condition as well. */
    public Query<R> where(Predicate more) {
        List<Predicate> all = new ArrayList<>(parts.conjuncts());
        all.addAll(conjuncts(more));
        return with(parts.withConjuncts(all));
    }

    /** Returns the records that meet the conditions so far, and those that meet this one; all if there was none. */
    public Query<R> orWhere(Condition other) {
        Predicate added = translator().condition(other);
        if (parts.conjuncts().isEmpty()) {
            return where(added);
        }
        return with(parts.withConjuncts(List.of(new Predicate.Or(List.of(conjunction(), added)))));
    }

    private Predicate conjunction() {
        List<Predicate> all = parts.conjuncts();
        return all.size() == 1 ? all.get(0) : new Predicate.And(all);
    }

    private static List<Predicate> conjuncts(Predicate term) {
        return term instanceof Predicate.And and
                ? and.terms().stream()
                        .flatMap(inner -> conjuncts(inner).stream())
                        .toList()
                : List.of(term);
    }

    private ConditionTranslator translator() {
        return new ConditionTranslator(schema);
    }

    /** Returns the records ordered by these keys as well, less significant than those before. */
    public Query<R> orderBy(OrderField<?>... keys) {
        return with(parts.withOrder(
                Stream.concat(parts.order().stream(), Arrays.stream(keys).map(translator()::order))
                        .toList()));
    }

    /** Returns at most {@code rows} records in all; a later call replaces an earlier one. */
    public Query<R> limit(long rows) {
        return with(parts.withWindow(parts.window().withLimit(rows)));
    }

    /** Passes over the first {@code rows} records; a later call replaces an earlier one. */
    public Query<R> offset(long rows) {
        return with(parts.withWindow(parts.window().withOffset(rows)));
    }

    /** Returns the records in another namespace than the repo's or the call's: a database, a table prefix, a base. */
    public Query<R> prefix(String namespace) {
        return with(parts.withPrefix(Optional.of(namespace)));
    }

    /**
     * Allows finishing outside the store what it does not do, reading at most {@code maxRows} rows. Where there are more,
     * running the query fails rather than return a part.
     */
    public Query<R> clientSide(int maxRows) {
        return with(parts.withConsents(consents().withClientSide(maxRows)));
    }

    /** Allows the store to read all records to find these. */
    public Query<R> allowScan() {
        return with(parts.withConsents(consents().withScan()));
    }

    /** Returns the same query with a namespace and consents where it says nothing itself. */
    public Query<R> over(Optional<String> prefix, Consents consents) {
        return prefix.isEmpty() && consents.equals(Consents.NONE)
                ? this
                : with(parts.withPrefix(parts.prefix().or(() -> prefix))
                        .withConsents(consents().over(consents)));
    }

    /** Reads the records of these associations with their owners. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Query<R> preload(Association<R, ?, ?>... associations) {
        Query<R> query = this;
        for (Association<R, ?, ?> each : associations) {
            query = query.preload(Preload.of(each));
        }
        return query;
    }

    /**
     * Reads some records of an association with their owners, in an order, with records related to them.
     *
     * @param narrowing narrows and orders the query of all its records; the limit is {@link Preload#limitPerOwner}
     */
    public <E> Query<R> preload(Association<R, E, ?> association, UnaryOperator<Query<E>> narrowing) {
        return preload(Preload.of(association, narrowing));
    }

    /** Reads related records with their owners. */
    public Query<R> preload(Preload<R, ?> preload) {
        List<Preload<?, ?>> all = new ArrayList<>(parts.preloads());
        all.add(preload);
        return with(parts.withPreloads(all));
    }

    /** Returns the namespace that the query says itself, if it does. */
    public Optional<String> prefix() {
        return parts.prefix();
    }

    /** Returns what is read with the records. */
    @SuppressWarnings("unchecked") // only those of this query's records are added
    public List<Preload<R, ?>> preloads() {
        return (List<Preload<R, ?>>) (List<?>) parts.preloads();
    }

    /** Returns the schema. */
    public Schema<R> schema() {
        return schema;
    }

    /** Returns what the caller allows. */
    public Consents consents() {
        return parts.consents();
    }

    /** Returns what an adapter is asked. */
    public QueryRequest request() {
        return new QueryRequest(schema.asSource(parts.prefix()), parts.conjuncts(), parts.order(), parts.window());
    }

    /** Returns the query as a text without its values. */
    @Override
    public String toString() {
        return "from " + schema.asSource(parts.prefix())
                + (parts.conjuncts().isEmpty() ? "" : " where " + conjunction())
                + (parts.order().isEmpty() ? "" : " order by " + parts.order())
                + (parts.window().isAll() ? "" : " " + parts.window());
    }
}
