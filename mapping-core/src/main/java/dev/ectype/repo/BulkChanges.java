package dev.ectype.repo;

import dev.ectype.changeset.Action;
import dev.ectype.changeset.Field;
import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.plan.QueryPlan;
import dev.ectype.query.Query;
import dev.ectype.query.Queryable;
import dev.ectype.query.Selection;
import dev.ectype.repo.call.Operation;
import dev.ectype.repo.write.Updates;
import dev.ectype.schema.Column;
import dev.ectype.schema.Schema;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.BulkChanging;
import dev.ectype.spi.BulkReturning;
import dev.ectype.spi.ElementUpdating;
import dev.ectype.spi.QueryRequest;
import dev.ectype.types.Cast;
import dev.ectype.types.Type;
import dev.ectype.types.stored.Row;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Changes and removes all records of a query in the store, which must check all of its conditions itself. */
final class BulkChanges {
    private final RepoContext context;

    BulkChanges(RepoContext context) {
        this.context = context;
    }

    <R> long updateAll(Query<R> query, Updates<R> updates) {
        requireSame(query.schema(), updates);
        return context.call(Operation.UPDATE_ALL, query.schema(), call -> {
            List<Assignment> assignments = assignments(call, updates);
            return run(
                    call,
                    query,
                    (store, plan) -> store.updateAll(plan.pushDown().plan(), assignments, call.forStore()));
        });
    }

    private static void requireSame(Schema<?> schema, Updates<?> updates) {
        if (updates.schema() != schema) {
            throw new MappingException(
                    Kind.USAGE,
                    "the updates are of another schema than the query",
                    Map.of("query", schema, "updates", updates));
        }
    }

    long deleteAll(Query<?> query) {
        return context.call(
                Operation.DELETE_ALL,
                query.schema(),
                call -> run(
                        call,
                        query,
                        (store, plan) -> store.deleteAll(plan.pushDown().plan(), call.forStore())));
    }

    <T extends @Nullable Object> List<T> updateAllReturning(Queryable<T> told, Updates<?> updates) {
        requireSame(told.schema(), updates);
        return context.call(Operation.UPDATE_ALL, told.schema(), call -> {
            List<Assignment> assignments = assignments(call, updates);
            return told(
                    call,
                    told,
                    (store, plan, slots) ->
                            store.updateAllReturning(plan.pushDown().plan(), assignments, slots, call.forStore()));
        });
    }

    <T extends @Nullable Object> List<T> deleteAllReturning(Queryable<T> told) {
        return context.call(
                Operation.DELETE_ALL,
                told.schema(),
                call -> told(
                        call,
                        told,
                        (store, plan, slots) ->
                                store.deleteAllReturning(plan.pushDown().plan(), slots, call.forStore())));
    }

    /** What is done to the records of a plan. */
    private interface Change {
        long apply(BulkChanging store, QueryPlan plan);
    }

    /** What is done to the records of a plan, which then are told. */
    private interface ToldChange {
        List<Row> apply(BulkReturning store, QueryPlan plan, List<Integer> slots);
    }

    private static long run(Call call, Query<?> given, Change change) {
        Query<?> query = call.prepared(given);
        QueryPlan plan = plan(call, query);
        BulkChanging store = part(
                call,
                query,
                BulkChanging.class,
                "this store does not change the records of a query at once; read them and write each");
        long changed = call.timed(() -> change.apply(store, plan));
        call.watch().count(changed);
        return changed;
    }

    private static <T extends @Nullable Object> List<T> told(Call call, Queryable<T> given, ToldChange change) {
        requireRows(given);
        Queryable<T> prepared = PlannedQuery.prepared(call, given);
        QueryPlan plan = plan(call, prepared.rows());
        BulkReturning store = part(
                call,
                prepared,
                BulkReturning.class,
                "this store does not tell the records that it changes or removes at once; ask for their number, or read"
                        + " them and write each");
        List<Row> rows = call.timed(() -> change.apply(store, plan, PlannedQuery.slots(prepared)));
        call.watch().count(rows.size());
        Function<Row, ? extends T> loading = PlannedQuery.loading(prepared);
        List<T> results = new ArrayList<>(rows.size());
        rows.forEach(row -> results.add(loading.apply(row)));
        return results;
    }

    private static void requireRows(Queryable<?> told) {
        if (told instanceof Selection<?> selection && selection.grouping().isPresent()) {
            throw new MappingException(
                    Kind.USAGE,
                    "what is changed is told record by record, and this selects of groups of them",
                    Map.of("query", told));
        }
    }

    private static <P> P part(Call call, Queryable<?> query, Class<P> part, String otherwise) {
        return call.adapter()
                .as(part)
                .orElseThrow(() -> new MappingException(
                        Kind.UNSUPPORTED,
                        otherwise,
                        Map.of("store", call.adapter().store(), "query", query)));
    }

    private static QueryPlan plan(Call call, Query<?> query) {
        QueryRequest request = query.request();
        if (!isConditionsAlone(query)) {
            throw new MappingException(
                    Kind.USAGE,
                    "changing all records of a query takes conditions alone; leave out order, limit, offset and"
                            + " preloads",
                    Map.of("query", query));
        }
        long begin = call.watch().now();
        QueryPlan plan = QueryPlan.of(call.adapter(), request, query.consents()).requireWhole();
        call.watch().planned(begin, plan.pushDown().plan());
        return plan;
    }

    static boolean isConditionsAlone(Query<?> query) {
        QueryRequest request = query.request();
        return request.order().isEmpty()
                && request.window().isAll()
                && query.preloads().isEmpty();
    }

    private static List<Assignment> assignments(Call call, Updates<?> updates) {
        List<Assignment> assignments = assignments(updates, call.clock());
        if (updatesElements(assignments)
                && call.adapter().as(ElementUpdating.class).isEmpty()) {
            throw new MappingException(
                    Kind.UNSUPPORTED,
                    "this store does not update the elements of a list that meet a condition; read the records and"
                            + " write each",
                    Map.of("store", call.adapter().store(), "updates", updates));
        }
        return assignments;
    }

    static boolean updatesElements(List<Assignment> assignments) {
        return assignments.stream().anyMatch(each -> each.operation() == Assignment.Operation.UPDATE_ELEMENTS);
    }

    /** Returns the changes that are to be written: those that may be, and the time if they are touching. */
    static <R> List<Assignment> assignments(Updates<R> updates, Clock clock) {
        List<Assignment> assignments = new ArrayList<>();
        for (int i = 0; i < updates.columns().size(); i++) {
            if (Writability.allows(updates.columns().get(i), Action.UPDATE)) {
                assignments.add(updates.assignments().get(i));
            }
        }
        if (assignments.isEmpty()) {
            throw new MappingException(
                    Kind.USAGE,
                    "there is nothing to change; name at least one column that may be written",
                    Map.of("updates", updates));
        }
        if (updates.isTouching()) {
            touch(updates, clock.instant(), assignments);
        }
        return assignments;
    }

    private static <R> void touch(Updates<R> updates, Instant now, List<Assignment> into) {
        for (Field<R, ?> field : updates.schema().reflection().updatedAt()) {
            boolean said = updates.columns().stream().anyMatch(column -> column == field);
            if (!said && !field.settings().isVirtual()) {
                into.add(touched((Column<R, ?>) field, now));
            }
        }
    }

    private static <V> Assignment touched(Column<?, V> column, Instant now) {
        Type<V> type = column.type();
        V value = type.cast(now) instanceof Cast.Ok<V> ok ? ok.value() : null;
        return Assignment.set(column.path(), value == null ? null : type.dump(value));
    }
}
