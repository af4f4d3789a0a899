package dev.ectype.query;

import dev.ectype.plan.Consents;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import dev.ectype.query.jooq.ConditionTranslator;
import dev.ectype.schema.Schema;
import dev.ectype.spi.QueryRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
    private final Optional<Predicate> condition;
    private final List<Order> order;
    private final Window window;
    private final Consents consents;

    private Query(
            Schema<R> schema, Optional<Predicate> condition, List<Order> order, Window window, Consents consents) {
        this.schema = schema;
        this.condition = condition;
        this.order = List.copyOf(order);
        this.window = window;
        this.consents = consents;
    }

    /** Returns the query of all records of a schema, in any order. */
    public static <R> Query<R> from(Schema<R> schema) {
        return new Query<>(
                Objects.requireNonNull(schema, "schema"), Optional.empty(), List.of(), Window.ALL, Consents.NONE);
    }

    /**
     * Returns the records that meet this condition as well.
     *
     * @throws dev.ectype.error.MappingException if the condition is one that cannot be asked; the message says which part
     */
    public Query<R> where(Condition more) {
        Predicate added = translator().condition(more);
        return with(condition
                .<Predicate>map(known -> new Predicate.And(conjuncts(List.of(known, added))))
                .orElse(added));
    }

    /** Returns the records that meet the conditions so far, and those that meet this one; all if there was none. */
    public Query<R> orWhere(Condition other) {
        Predicate added = translator().condition(other);
        return condition
                .map(known -> with(new Predicate.Or(List.of(known, added))))
                .orElse(with(added));
    }

    private ConditionTranslator translator() {
        return new ConditionTranslator(schema);
    }

    private Query<R> with(Predicate changed) {
        return new Query<>(schema, Optional.of(changed), order, window, consents);
    }

    /** Returns the records ordered by these keys as well, less significant than those before. */
    public Query<R> orderBy(OrderField<?>... keys) {
        List<Order> all = Stream.concat(order.stream(), Arrays.stream(keys).map(translator()::order))
                .toList();
        return new Query<>(schema, condition, all, window, consents);
    }

    /** Returns at most {@code rows} records in all; a later call replaces an earlier one. */
    public Query<R> limit(long rows) {
        return new Query<>(schema, condition, order, window.withLimit(rows), consents);
    }

    /** Passes over the first {@code rows} records; a later call replaces an earlier one. */
    public Query<R> offset(long rows) {
        return new Query<>(schema, condition, order, window.withOffset(rows), consents);
    }

    /**
     * Allows finishing outside the store what it does not do, reading at most {@code maxRows} rows. Where there are more,
     * running the query fails rather than return a part.
     */
    public Query<R> clientSide(int maxRows) {
        return new Query<>(schema, condition, order, window, consents.withClientSide(maxRows));
    }

    /** Allows the store to read all records to find these. */
    public Query<R> allowScan() {
        return new Query<>(schema, condition, order, window, consents.withScan());
    }

    /** Returns the schema. */
    public Schema<R> schema() {
        return schema;
    }

    /** Returns what the caller allows. */
    public Consents consents() {
        return consents;
    }

    /** Returns what an adapter is asked. */
    public QueryRequest request() {
        List<Predicate> conjuncts = condition.map(c -> conjuncts(List.of(c))).orElse(List.of());
        return new QueryRequest(schema.asSource(), conjuncts, order, window);
    }

    private static List<Predicate> conjuncts(List<Predicate> terms) {
        List<Predicate> flat = new ArrayList<>();
        for (Predicate term : terms) {
            if (term instanceof Predicate.And and) {
                flat.addAll(conjuncts(and.terms()));
            } else {
                flat.add(term);
            }
        }
        return flat;
    }

    /** Returns the query as a text without its values. */
    @Override
    public String toString() {
        return "from " + schema.asSource()
                + condition.map(c -> " where " + c).orElse("")
                + (order.isEmpty() ? "" : " order by " + order)
                + (window.isAll() ? "" : " " + window);
    }
}
