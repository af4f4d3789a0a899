package dev.ectype.query;

import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.plan.Consents;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.jooq.ConditionTranslator;
import dev.ectype.query.jooq.ConditionTranslator.Translated;
import dev.ectype.query.jooq.GroupTranslator;
import dev.ectype.query.jooq.Parameters;
import dev.ectype.query.jooq.SelectedField;
import dev.ectype.schema.Association;
import dev.ectype.schema.Column;
import dev.ectype.schema.Location;
import dev.ectype.schema.Schema;
import dev.ectype.spi.QueryRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jspecify.annotations.Nullable;

/**
 * A query of one schema: which records, in which order, how many. Immutable; every method returns a new query. Conditions
 * and orders are jOOQ's, translated at once, so that what cannot be asked fails in the line that asks it.
 *
 * @param <R> the record
 */
public final class Query<R> implements Queryable<R> {
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

    /** Returns the query of the records that an association relates to an owner; see {@link #assoc(Association, Collection)}. */
    public static <R, E> Query<E> assoc(Association<R, E, ?> association, R owner) {
        return assoc(association, List.of(owner));
    }

    /**
     * Returns the query of the records that an association relates to owners, each once, in any order; of none where the
     * owners have no keys. It is asked like any other query.
     *
     * @throws MappingException if rows of their own or other associations relate them: these are read by the repo's {@code
     *     assoc}
     */
    public static <R, E> Query<E> assoc(Association<R, E, ?> association, Collection<? extends R> owners) {
        return RelatedQueries.ofOwners(association, owners);
    }

    /**
     * Returns the records that meet this condition as well.
     *
     * @throws MappingException if the condition is one that cannot be asked; the message says which part
     */
    public Query<R> where(Condition more) {
        return where(translator().translate(more));
    }

    /** Returns the records that meet this translated condition as well. */
    public Query<R> where(Predicate more) {
        return where(new Translated(more, Set.of()));
    }

    private Query<R> where(Translated more) {
        return with(parts.withConjuncts(parts.conjunctsAnd(more.predicate()), parameters(more)));
    }

    private Set<String> parameters(Translated more) {
        if (more.parameters().isEmpty()) {
            return parts.parameters();
        }
        Set<String> names = new HashSet<>(parts.parameters());
        names.addAll(more.parameters());
        return names;
    }

    /**
     * Returns the records that have these values as well, by the names of their columns; names joined by dots lead into
     * embedded records.
     *
     * @throws MappingException if a column is unknown, with the one that may have been meant, or a value is null or not one
     *     of the column's type
     */
    public Query<R> where(Map<String, ?> values) {
        Query<R> query = this;
        for (Map.Entry<String, ?> entry : values.entrySet()) {
            query = query.where(equal(Columns.named(schema, entry.getKey()), entry.getValue()));
        }
        return query;
    }

    @SuppressWarnings("unchecked") // the column's type casts what it is given, or refuses it
    private static <V> Condition equal(Column<?, V> column, @Nullable Object value) {
        return column.eq((V) value);
    }

    /** Returns the records that meet all conditions so far, and those that meet this one; only these if there was none. */
    public Query<R> orWhere(Condition other) {
        if (parts.conjuncts().isEmpty()) {
            return where(other);
        }
        Translated added = translator().translate(other);
        Predicate either = new Predicate.Or(List.of(conjunction(), added.predicate()));
        return with(parts.withConjuncts(List.of(either), parameters(added)));
    }

    private Predicate conjunction() {
        List<Predicate> all = parts.conjuncts();
        return all.size() == 1 ? all.get(0) : new Predicate.And(all);
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

    /** Returns the records ordered by these keys, more significant than those so far. */
    public Query<R> prependOrderBy(OrderField<?>... keys) {
        return with(parts.withOrder(Stream.concat(Arrays.stream(keys).map(translator()::order), parts.order().stream())
                .toList()));
    }

    /**
     * Returns the records in the opposite order, nulls at the other end as well; without an order, in the opposite order of
     * the primary key.
     */
    public Query<R> reverseOrder() {
        return with(parts.withOrder(orderOrKey().stream().map(Order::reversed).toList()));
    }

    private List<Order> orderOrKey() {
        return parts.order().isEmpty() ? byKey() : parts.order();
    }

    private List<Order> byKey() {
        return schema.keyFields().stream()
                .map(field -> Order.ascending(((Column<R, ?>) field).path()))
                .toList();
    }

    /** Returns the first {@code rows} records in the order of the query; without one, of the primary key. */
    public Query<R> first(long rows) {
        return with(parts.withOrder(orderOrKey())).limit(rows);
    }

    /** Returns the last {@code rows} records in the order of the query, the last one first. */
    public Query<R> last(long rows) {
        return reverseOrder().limit(rows);
    }

    /** Returns the query without these parts. */
    public Query<R> exclude(Part... excluded) {
        Parts rest = parts;
        for (Part part : excluded) {
            rest = rest.without(part);
        }
        return with(rest);
    }

    @Override
    public Query<R> limit(long rows) {
        return with(parts.withWindow(parts.window().withLimit(rows)));
    }

    @Override
    public Query<R> atMost(long rows) {
        return limit(Math.min(rows, parts.window().limit().orElse(rows)));
    }

    /** Passes over the first {@code rows} records; a later call replaces an earlier one. */
    public Query<R> offset(long rows) {
        return with(parts.withWindow(parts.window().withOffset(rows)));
    }

    /** Returns the records in another namespace than the repo's or the call's: a database, a table prefix, a base. */
    public Query<R> prefix(String namespace) {
        return with(parts.at(parts.location().withPrefix(Optional.of(namespace))));
    }

    /** Returns the records of another source than the schema's: a collection or table of the same form, a base. */
    public Query<R> source(String name) {
        return with(parts.at(parts.location().withSource(Optional.of(name))));
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

    /** Returns the same query with a location and consents where it says nothing itself. */
    public Query<R> over(Location location, Consents consents) {
        return location.equals(Location.DECLARED) && consents.equals(Consents.NONE)
                ? this
                : with(parts.at(parts.location().over(location))
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

    /** Returns where the query says itself that its records live. */
    public Location location() {
        return parts.location();
    }

    /** Returns what is read with the records. */
    @SuppressWarnings("unchecked") // only those of this query's records are added
    public List<Preload<R, ?>> preloads() {
        return (List<Preload<R, ?>>) (List<?>) parts.preloads();
    }

    /** Returns selected columns, places inside them and functions of them, and nothing else of the records. */
    public Selection<Tuple> select(Field<?>... fields) {
        return Selection.of(
                this,
                null,
                Arrays.stream(fields)
                        .<SelectedField>map(field -> SelectedField.ofRow(schema, field))
                        .toList());
    }

    /** Returns one column, place or function of the records. */
    public <V> Selection<@Nullable V> select(Field<V> field) {
        return select(new Field<?>[] {field}).single(field);
    }

    /**
     * Returns the records in groups that agree in these columns or functions of columns; without any, in one group.
     *
     * @throws MappingException if a key cannot be asked, or this query is ordered: say the order of the groups
     */
    public Grouped groupBy(Field<?>... keys) {
        if (!parts.order().isEmpty() && parts.window().isAll()) {
            throw new MappingException(
                    Kind.USAGE,
                    "the rows of a group have no order; order the groups, behind groupBy",
                    Map.of("query", this));
        }
        return new Grouped(this, GroupParts.by(GroupTranslator.of(schema, List.of(keys))));
    }

    /** Returns one aggregate over all records of this query; over those of its window, if it has one. */
    public <V> Selection<@Nullable V> aggregate(Field<V> aggregate) {
        return unorderedUnlessCut().groupBy().select(aggregate);
    }

    /** Returns the query without its order, unless the order decides which records it has. */
    public Query<R> unorderedUnlessCut() {
        return parts.window().isAll() ? exclude(Part.ORDER) : this;
    }

    @Override
    public Query<R> bind(String parameter, Object value) {
        return bind(Map.of(parameter, value));
    }

    @Override
    public Query<R> bind(Map<String, ?> values) {
        for (String name : values.keySet()) {
            if (!parts.parameters().contains(name)) {
                throw new MappingException(
                        Kind.USAGE,
                        "this query has no such parameter",
                        Map.of("parameter", name, "known", new TreeSet<>(parts.parameters())));
            }
        }
        Set<String> open = new HashSet<>(parts.parameters());
        open.removeAll(values.keySet());
        return with(parts.withConjuncts(Parameters.bind(parts.conjuncts(), values), open));
    }

    /** Returns the names of the parameters that have no value yet. */
    public Set<String> parameters() {
        return parts.parameters();
    }

    @Override
    public Query<R> rows() {
        return this;
    }

    /** Returns the schema. */
    @Override
    public Schema<R> schema() {
        return schema;
    }

    /** Returns what the caller allows. */
    public Consents consents() {
        return parts.consents();
    }

    /**
     * Returns what an adapter is asked.
     *
     * @throws MappingException if a parameter has no value
     */
    public QueryRequest request() {
        if (!parts.parameters().isEmpty()) {
            throw unbound(parts.parameters());
        }
        return new QueryRequest(schema.asSource(parts.location()), parts.conjuncts(), parts.order(), parts.window());
    }

    static MappingException unbound(Set<String> parameters) {
        return new MappingException(
                Kind.USAGE,
                "a query runs when each of its parameters has a value; give it with bind(name, value)",
                Map.of("parameters", new TreeSet<>(parameters)));
    }

    /** Returns the query as a text without its values. */
    @Override
    public String toString() {
        return "from " + schema.asSource(parts.location())
                + (parts.conjuncts().isEmpty() ? "" : " where " + conjunction())
                + (parts.order().isEmpty() ? "" : " order by " + parts.order())
                + (parts.window().isAll() ? "" : " " + parts.window());
    }
}
