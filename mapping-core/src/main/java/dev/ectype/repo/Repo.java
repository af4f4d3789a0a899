package dev.ectype.repo;

import dev.ectype.error.MultipleResultsException;
import dev.ectype.error.NoResultException;
import dev.ectype.plan.Explanation;
import dev.ectype.preload.Preloading;
import dev.ectype.query.Preload;
import dev.ectype.query.Query;
import dev.ectype.repo.atomic.Scope;
import dev.ectype.repo.call.CallListener;
import dev.ectype.repo.call.Operation;
import dev.ectype.repo.call.Options;
import dev.ectype.repo.call.QueryHook;
import dev.ectype.schema.Association;
import dev.ectype.schema.Schema;
import dev.ectype.spi.Adapter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads and writes the records of schemas through one adapter. Immutable and safe for use by several threads; it has no
 * session, no cache and no record of what was read.
 *
 * <p>Writes take changesets and return what came of them; bad input and violated constraints are values. What fails in the
 * store is a {@link dev.ectype.error.StoreException}, what was asked wrongly a {@link dev.ectype.error.MappingException}.
 */
public final class Repo implements Writing, BulkWriting, AutoCloseable {
    private final RepoContext context;
    private final Reader reader;

    private Repo(RepoContext context) {
        this.context = context;
        this.reader = new Reader(context);
    }

    /** Returns a repo over an adapter, with the system's clock. */
    public static Repo over(Adapter adapter) {
        return new Repo(new RepoContext(Scope.of(adapter), RepoSettings.STANDARD));
    }

    private Repo with(RepoSettings settings) {
        return new Repo(new RepoContext(context.scope(), settings));
    }

    /** Returns a repo that takes the time of timestamps from another clock. */
    public Repo withClock(Clock newClock) {
        return with(context.settings().withClock(newClock));
    }

    /** Returns a repo that reads related records otherwise: with other batches, or on an executor. */
    public Repo withPreloading(Preloading preloading) {
        return with(context.settings().withPreloading(preloading));
    }

    /**
     * Returns a repo that writes what belongs together one by one where the store cannot do it together; what went well
     * stays when something else does not. Where the store can, it still does.
     */
    public Repo withoutTransaction() {
        return with(context.settings().withoutTransaction());
    }

    /** Returns the clock of the timestamps. */
    public Clock clock() {
        return context.settings().clock();
    }

    /** Returns a repo whose calls have these options: {@code repo.with(options).all(query)}. */
    public Repo with(Options options) {
        return with(context.settings().withOptions(options));
    }

    /** Returns a repo whose calls have these options where they say nothing else themselves. */
    public Repo withDefaults(Options options) {
        return with(context.settings().withDefaults(List.of(Operation.values()), options));
    }

    /** Returns a repo whose calls of one operation have these options where they say nothing else themselves. */
    public Repo withDefaults(Operation operation, Options options) {
        return with(context.settings().withDefaults(List.of(operation), options));
    }

    /** Returns a repo that has every query changed before it runs, after the hooks that it has already. */
    public Repo withQueryHook(QueryHook hook) {
        return with(context.settings().withHook(hook));
    }

    /** Returns a repo that tells of every call, after the listeners that it has already. */
    public Repo withListener(CallListener listener) {
        return with(context.settings().withListener(listener));
    }

    /** Returns a repo that refuses to write, before its store is touched. */
    public Repo readOnly() {
        return with(context.settings().withReadOnly());
    }

    Writer writer() {
        return new Writer(context);
    }

    BulkInserter inserter() {
        return new BulkInserter(context);
    }

    BulkChanges changer() {
        return new BulkChanges(context);
    }

    /**
     * Returns the record with a primary key, if it is there.
     *
     * @param key the values of the primary key, in the order of its columns; each is cast by its column's type
     */
    public <R> Optional<R> get(Schema<R> schema, Object... key) {
        return reader.get(schema, key);
    }

    /**
     * Returns the record with a primary key.
     *
     * @throws NoResultException if it is not there
     */
    public <R> R getOrThrow(Schema<R> schema, Object... key) {
        return get(schema, key)
                .orElseThrow(() ->
                        new NoResultException("no record has this primary key", Map.of("source", schema.asSource())));
    }

    /**
     * Returns the records of a query.
     *
     * @throws dev.ectype.error.UnsupportedQueryException if the store cannot run it and the query does not allow finishing
     *     it here; before the store is touched
     */
    public <R> List<R> all(Query<R> query) {
        return reader.loaded(query);
    }

    /** Returns records that were read, with the related records of associations. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final <R> List<R> preload(List<R> records, Association<R, ?, ?>... associations) {
        List<Preload<R, ?>> wanted = new ArrayList<>();
        for (Association<R, ?, ?> each : associations) {
            wanted.add(Preload.of(each));
        }
        return preload(records, wanted);
    }

    /** Returns records that were read, with some related records of an association. */
    public <R> List<R> preload(List<R> records, Preload<R, ?> wanted) {
        return preload(records, List.of(wanted));
    }

    /** Returns records that were read, with related records; what was read with them already is not read again. */
    public <R> List<R> preload(List<R> records, List<Preload<R, ?>> wanted) {
        return wanted.isEmpty()
                ? records
                : reader.preloader(reader::related)
                        .preload(wanted.get(0).association().shape(), records, wanted);
    }

    /**
     * Returns the only record of a query, if there is one.
     *
     * @throws MultipleResultsException if there are several
     */
    public <R> Optional<R> one(Query<R> query) {
        List<R> found = reader.loaded(query.limit(2));
        if (found.size() > 1) {
            throw new MultipleResultsException(
                    "more than one record was found where at most one was expected; add conditions or a limit",
                    Map.of("query", query));
        }
        return found.stream().findFirst();
    }

    /**
     * Returns the only record of a query.
     *
     * @throws NoResultException if there is none
     * @throws MultipleResultsException if there are several
     */
    public <R> R oneOrThrow(Query<R> query) {
        return one(query)
                .orElseThrow(() ->
                        new NoResultException("no record was found where one was expected", Map.of("query", query)));
    }

    /** Tells whether a query has a record. */
    public boolean exists(Query<?> query) {
        return reader.count(query.limit(1)) > 0;
    }

    /** Returns how many records a query has. */
    public long count(Query<?> query) {
        return reader.count(query);
    }

    /** Returns how a query would run, without running it. */
    public Explanation explain(Query<?> query) {
        return reader.explain(query);
    }

    /** Closes the adapter. */
    @Override
    public void close() {
        context.adapter().close();
    }
}
