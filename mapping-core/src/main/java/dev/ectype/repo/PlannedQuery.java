package dev.ectype.repo;

import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.plan.Explanation;
import dev.ectype.plan.GroupPlan;
import dev.ectype.plan.JoinPlan;
import dev.ectype.plan.QueryPlan;
import dev.ectype.plan.RowSource;
import dev.ectype.preload.Preloader;
import dev.ectype.query.Query;
import dev.ectype.query.Queryable;
import dev.ectype.query.Selection;
import dev.ectype.query.ir.Grouping;
import dev.ectype.schema.Schema;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.QueryRequest;
import dev.ectype.types.LoadException;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A query that is planned as a part of one call, with what becomes of each row. Immutable. */
final class PlannedQuery<T extends @Nullable Object> {
    private final Call call;
    private final Function<CallOptions, RowSource> opening;
    private final Supplier<Explanation> explaining;
    private final Function<Row, ? extends T> loading;

    private PlannedQuery(
            Call call,
            Function<CallOptions, RowSource> opening,
            Supplier<Explanation> explaining,
            Function<Row, ? extends T> loading) {
        this.call = call;
        this.opening = opening;
        this.explaining = explaining;
        this.loading = loading;
    }

    /** Plans a query as the hook and the options of the call want it. */
    static <T extends @Nullable Object> PlannedQuery<T> of(Call call, Queryable<T> asked) {
        Queryable<T> prepared = prepared(call, asked);
        requireReadable(prepared, true);
        if (Joined.isWantedBy(prepared)) {
            return ofJoined(call, (Query<T>) prepared);
        }
        Optional<Grouping> grouping =
                prepared instanceof Selection<T> selection ? selection.grouping() : Optional.empty();
        return grouping.isPresent()
                ? ofGroups(call, (Selection<T>) prepared, grouping.get())
                : of(call, prepared, prepared.rows().request(), List.of());
    }

    /** Refuses what a query wants of related records if it cannot be read. */
    static void requireReadable(Queryable<?> prepared, boolean mayJoin) {
        if (prepared instanceof Query<?> query) {
            requireReadable(query, mayJoin);
        }
    }

    private static <R> void requireReadable(Query<R> query, boolean mayJoin) {
        Preloader.requireReadable(query.schema(), query.preloads(), mayJoin);
    }

    /** Returns a query as the hook and the options of the call want it. */
    @SuppressWarnings("unchecked") // a prepared query has the same records
    static <T extends @Nullable Object> Queryable<T> prepared(Call call, Queryable<T> asked) {
        return asked instanceof Selection<T> selection
                ? selection.ofRows(call.prepared(selection.rows()))
                : (Queryable<T>) call.prepared(asked.rows());
    }

    /** Plans another request than a prepared query itself makes, fetching more slots than it needs. */
    static <T extends @Nullable Object> PlannedQuery<T> of(
            Call call, Queryable<T> prepared, QueryRequest request, List<Integer> more) {
        long begin = call.watch().now();
        QueryPlan plan = QueryPlan.of(call.adapter(), request, prepared.rows().consents());
        call.watch().planned(begin, plan.pushDown().plan());
        List<Integer> slots = more.isEmpty() ? slots(prepared) : both(slots(prepared), more);
        return new PlannedQuery<>(
                call, options -> plan.run(slots, options), () -> plan.explain(slots), loading(prepared));
    }

    private static <T extends @Nullable Object> PlannedQuery<T> ofJoined(Call call, Query<T> query) {
        long begin = call.watch().now();
        Joined<T> joined = Joined.of(call, query);
        JoinPlan plan = joined.plan(call);
        call.watch().planned(begin, plan.nativePlan());
        List<Integer> slots = slots(query);
        return new PlannedQuery<>(call, options -> plan.run(slots, options), () -> plan.explain(slots), joined::load);
    }

    private static <T extends @Nullable Object> PlannedQuery<T> ofGroups(
            Call call, Selection<T> selection, Grouping grouping) {
        Query<?> rows = selection.rows();
        long begin = call.watch().now();
        GroupPlan plan = GroupPlan.of(call.adapter(), rows.request(), grouping, rows.consents());
        call.watch().planned(begin, plan.nativePlan());
        return new PlannedQuery<>(call, plan::run, plan::explain, selection::read);
    }

    /** Plans to run a prepared query for the number of its rows alone. */
    static PlannedQuery<Row> bare(Call call, Query<?> prepared) {
        long begin = call.watch().now();
        QueryPlan plan = QueryPlan.of(call.adapter(), prepared.request(), prepared.consents());
        call.watch().planned(begin, plan.pushDown().plan());
        return new PlannedQuery<>(
                call, options -> plan.run(List.of(), options), () -> plan.explain(List.of()), Function.identity());
    }

    /** Plans to count the rows of a prepared query. */
    static PlannedQuery<Long> counting(Call call, Query<?> prepared) {
        Query<?> query = prepared.unorderedUnlessCut();
        long begin = call.watch().now();
        GroupPlan plan = GroupPlan.counting(call.adapter(), query.request(), query.consents());
        call.watch().planned(begin, plan.nativePlan());
        return new PlannedQuery<>(call, plan::run, plan::explain, row -> (Long) row.get(0));
    }

    /** Returns the slots that results are made of. */
    static List<Integer> slots(Queryable<?> queryable) {
        return queryable instanceof Selection<?> selection
                ? selection.slots()
                : queryable.schema().loadedSlots();
    }

    private static List<Integer> both(List<Integer> slots, List<Integer> more) {
        TreeSet<Integer> both = new TreeSet<>(slots);
        both.addAll(more);
        return List.copyOf(both);
    }

    /** Returns what makes a result of a row. */
    @SuppressWarnings("unchecked") // what is no selection is a query of records
    static <T extends @Nullable Object> Function<Row, ? extends T> loading(Queryable<T> queryable) {
        if (queryable instanceof Selection<T> selection) {
            return selection::read;
        }
        Schema<T> schema = (Schema<T>) queryable.schema();
        return row -> loadQueried(schema, row);
    }

    /** Loads what a query reads of a record, whatever else a store returns with it. */
    static <R> R loadQueried(Schema<R> schema, Row row) {
        List<Integer> slots = schema.loadedSlots();
        if (slots.size() == schema.layout().size()) {
            return load(schema, row);
        }
        @Nullable Object[] values = new Object[schema.layout().size()];
        slots.forEach(slot -> values[slot] = row.get(slot));
        return load(schema, Row.over(schema.layout(), values));
    }

    static <R> R load(Schema<R> schema, Row row) {
        try {
            return schema.loadOnce(row);
        } catch (LoadException e) {
            throw new MappingException(
                    Kind.DATA,
                    "a stored record does not fit its schema: " + e.getMessage(),
                    Map.of("source", schema.asSource()),
                    false,
                    e);
        }
    }

    Explanation explain() {
        return explaining.get();
    }

    /** Returns all results. */
    List<T> list() {
        List<T> results = new ArrayList<>();
        try (Results<T> all = open()) {
            all.forEachLeft(results::add);
        }
        return results;
    }

    /** Runs the query; its results are read one by one. */
    Results<T> open() {
        return new Results<>(call.watch(), opening.apply(call.forStore()), loading);
    }
}
