package dev.ectype.repo;

import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.plan.Consents;
import dev.ectype.plan.Explanation;
import dev.ectype.preload.Associated;
import dev.ectype.preload.Fetch;
import dev.ectype.preload.Preloader;
import dev.ectype.query.Query;
import dev.ectype.query.Queryable;
import dev.ectype.query.Selection;
import dev.ectype.repo.call.CallEvent.Ending;
import dev.ectype.repo.call.Operation;
import dev.ectype.schema.Association;
import dev.ectype.schema.Location;
import dev.ectype.schema.Schema;
import dev.ectype.spi.KeyReading;
import dev.ectype.types.stored.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The reading half of a repo: plans queries, runs them and loads what comes. */
final class Reader {
    private final RepoContext context;

    Reader(RepoContext context) {
        this.context = context;
    }

    /** Returns the results of a query with what it preloads: one call for its own, and one for each query of others. */
    <T extends @Nullable Object> List<T> all(Queryable<T> query) {
        List<T> own = context.call(Operation.ALL, query.schema(), call -> all(call, query));
        return withRelated(query, own);
    }

    /** Reads as a part of a call, such as what belongs to the records of another query. */
    <T extends @Nullable Object> List<T> all(Call call, Queryable<T> query) {
        return PlannedQuery.of(call, query).list();
    }

    /** Returns results of a query with what it preloads. */
    <T extends @Nullable Object> List<T> withRelated(Queryable<T> query, List<T> results) {
        return query instanceof Query<T> records && !records.preloads().isEmpty()
                ? withRelated(records, results)
                : results;
    }

    private <R> List<R> withRelated(Query<R> query, List<R> records) {
        Fetch fetch = new Fetch() {
            @Override
            public <E> List<E> all(Query<E> related) {
                return related(related.over(Location.inPrefix(query.location().prefix()), Consents.NONE));
            }
        };
        return preloader(fetch).completed(query.schema(), records, query.preloads());
    }

    Preloader preloader(Fetch fetch) {
        return new Preloader(fetch, context.settings().manner().preloading());
    }

    <R, E> Query<E> assoc(Association<R, E, ?> association, List<R> owners) {
        return new Associated(this::related, context.settings().manner().preloading()).of(association, owners);
    }

    /** Reads what belongs to records that were read. */
    <E> List<E> related(Query<E> query) {
        return context.call(Operation.PRELOAD, query.schema(), call -> all(call, query));
    }

    <T extends @Nullable Object> Stream<T> stream(Queryable<T> query) {
        if (!query.rows().preloads().isEmpty()) {
            throw new MappingException(
                    Kind.USAGE,
                    "a stream reads records one by one and so cannot batch what is related to them; read pages, or"
                            + " preload what you collected",
                    Map.of("query", query));
        }
        Call call = context.open(Operation.STREAM, query.schema());
        try {
            return Streaming.of(call, PlannedQuery.of(call, query).open());
        } catch (RuntimeException e) {
            call.end(new Ending.Failed(e));
            throw e;
        }
    }

    boolean exists(Queryable<?> query) {
        return context.call(Operation.ALL, query.schema(), call -> exists(call, query.atMost(1)));
    }

    /** Fetches a row without any slot, unless it is one of groups. */
    private static boolean exists(Call call, Queryable<?> query) {
        PlannedQuery<?> plan =
                isOfGroups(query) ? PlannedQuery.of(call, query) : PlannedQuery.bare(call, call.prepared(query.rows()));
        try (Results<?> results = plan.open()) {
            return results.next() != null;
        }
    }

    private static boolean isOfGroups(Queryable<?> query) {
        return query instanceof Selection<?> selection && selection.grouping().isPresent();
    }

    long count(Queryable<?> query) {
        return context.call(Operation.ALL, query.schema(), call -> counted(call, query));
    }

    private static long counted(Call call, Queryable<?> query) {
        return isOfGroups(query)
                ? PlannedQuery.of(call, query).list().size()
                : PlannedQuery.counting(call, call.prepared(query.rows()))
                        .list()
                        .get(0);
    }

    Explanation explain(Queryable<?> query) {
        return PlannedQuery.of(context.open(Operation.ALL, query.schema()), query)
                .explain();
    }

    Explanation explainCount(Query<?> query) {
        Call call = context.open(Operation.ALL, query.schema());
        return PlannedQuery.counting(call, call.prepared(query)).explain();
    }

    <R> Optional<R> get(Schema<R> schema, Object... key) {
        Call call = context.open(Operation.ALL, schema);
        Optional<KeyReading> direct = call.adapter().as(KeyReading.class);
        if (direct.isPresent() && call.isUnseen() && KeyLookup.isOfSingleValues(schema)) {
            Row row = direct.get().find(call.source(schema), KeyLookup.cast(schema, key), call.forStore());
            return row == null ? Optional.empty() : Optional.of(PlannedQuery.loadQueried(schema, row));
        }
        List<R> found = all(KeyLookup.query(schema, key));
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    <R> List<Optional<R>> reload(Schema<R> schema, List<R> records) {
        return context.call(Operation.RELOAD, schema, call -> KeyLookup.reload(this, call, schema, records));
    }
}
