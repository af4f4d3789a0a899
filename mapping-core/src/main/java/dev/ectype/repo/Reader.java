package dev.ectype.repo;

import dev.ectype.changeset.Field;
import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.plan.Consents;
import dev.ectype.plan.Explanation;
import dev.ectype.plan.QueryPlan;
import dev.ectype.plan.RowSource;
import dev.ectype.preload.Fetch;
import dev.ectype.preload.Preloader;
import dev.ectype.query.Query;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import dev.ectype.repo.call.Operation;
import dev.ectype.schema.Column;
import dev.ectype.schema.Schema;
import dev.ectype.types.Cast;
import dev.ectype.types.LoadException;
import dev.ectype.types.Type;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The reading half of a repo: plans queries, runs them and loads what comes. */
final class Reader {
    private final RepoContext context;

    Reader(RepoContext context) {
        this.context = context;
    }

    <R> List<R> all(Query<R> query) {
        return context.call(Operation.ALL, query.schema(), call -> all(call, query));
    }

    /** Returns the records of a query with what it preloads: one call for its own, and one for each query of others. */
    <R> List<R> loaded(Query<R> query) {
        Fetch fetch = new Fetch() {
            @Override
            public <E> List<E> all(Query<E> related) {
                return related(related.over(query.prefix(), Consents.NONE));
            }
        };
        return preloader(fetch).preload(query.schema(), all(query), query.preloads());
    }

    Preloader preloader(Fetch fetch) {
        return new Preloader(fetch, context.settings().manner().preloading());
    }

    /** Reads what belongs to records that were read. */
    <E> List<E> related(Query<E> query) {
        return context.call(Operation.PRELOAD, query.schema(), call -> all(call, query));
    }

    /** Reads as a part of a call, such as what belongs to the records of another query. */
    <R> List<R> all(Call call, Query<R> query) {
        return records(call, query.schema(), plan(call, call.prepared(query)));
    }

    long count(Query<?> query) {
        return context.call(Operation.ALL, query.schema(), call -> count(call, query));
    }

    private static long count(Call call, Query<?> query) {
        long count = 0;
        try (RowSource rows = plan(call, call.prepared(query)).run(List.of(), call.forStore())) {
            while (rows.next() != null) {
                count++;
            }
        }
        return count;
    }

    Explanation explain(Query<?> query) {
        Call call = context.open(Operation.ALL, query.schema());
        return plan(call, call.prepared(query)).explain(loadedSlots(query.schema()));
    }

    <R> Optional<R> get(Schema<R> schema, Object... key) {
        Query<R> query = keyed(schema, key).clientSide(1);
        return all(query).stream().findFirst();
    }

    private static <R> Query<R> keyed(Schema<R> schema, Object[] key) {
        Query<R> query = Query.from(schema);
        for (Predicate condition : keyConditions(schema, key)) {
            query = query.where(condition);
        }
        return query;
    }

    private static QueryPlan plan(Call call, Query<?> query) {
        long begin = call.watch().now();
        QueryPlan plan = QueryPlan.of(call.adapter(), query.request(), query.consents());
        call.watch().planned(begin, plan.pushDown().plan());
        return plan;
    }

    private static <R> List<R> records(Call call, Schema<R> schema, QueryPlan plan) {
        List<R> records = new ArrayList<>();
        Watch watch = call.watch();
        long begin = watch.now();
        try (RowSource rows = plan.run(loadedSlots(schema), call.forStore())) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                watch.stored(begin);
                begin = watch.now();
                records.add(load(schema, row));
                watch.loaded(begin);
                begin = watch.now();
            }
        }
        watch.stored(begin);
        watch.count(records.size());
        return records;
    }

    private static List<Integer> loadedSlots(Schema<?> schema) {
        return IntStream.range(0, schema.layout().size())
                .filter(slot -> schema.require(schema.layout().slot(slot).name())
                        .settings()
                        .isLoadedInQuery())
                .boxed()
                .toList();
    }

    static <R> R load(Schema<R> schema, Row row) {
        try {
            return schema.load(row);
        } catch (LoadException e) {
            throw new MappingException(
                    Kind.DATA,
                    "a stored record does not fit its schema: " + e.getMessage(),
                    Map.of("source", schema.asSource()),
                    false,
                    e);
        }
    }

    private static <R> List<Predicate> keyConditions(Schema<R> schema, Object[] key) {
        List<Field<R, ?>> fields = schema.keyFields();
        if (fields.isEmpty() || fields.size() != key.length) {
            throw new MappingException(
                    Kind.USAGE,
                    "a get needs one value for each field of the primary key",
                    Map.of("source", schema.asSource(), "fields", names(fields), "values", key.length));
        }
        return IntStream.range(0, key.length)
                .mapToObj(i -> keyCondition((Column<R, ?>) fields.get(i), key[i]))
                .toList();
    }

    private static <V> Predicate keyCondition(Column<?, V> column, Object given) {
        Value value = new Value(
                castKey(column, given), column.type().storage(), column.path().redacted());
        return new Predicate.Compare(column.path(), Comparison.EQ, value);
    }

    private static <V> Object castKey(Column<?, V> column, Object given) {
        Type<V> type = column.type();
        V value = type.cast(given) instanceof Cast.Ok<V> ok ? ok.value() : null;
        if (value != null) {
            return type.dump(value);
        }
        throw new MappingException(
                Kind.USAGE,
                "this is no value of the key's type",
                Map.of(
                        "column",
                        column,
                        "type",
                        type.name(),
                        "given",
                        given.getClass().getSimpleName()));
    }

    private static List<String> names(List<? extends Field<?, ?>> fields) {
        return fields.stream().map(Field::name).toList();
    }
}
