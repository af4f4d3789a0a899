package dev.ectype.repo;

import dev.ectype.preload.EmbedPreloader;
import dev.ectype.preload.Preloading;
import dev.ectype.query.Preload;
import dev.ectype.repo.atomic.Scope;
import dev.ectype.repo.call.CallListener;
import dev.ectype.repo.call.Operation;
import dev.ectype.repo.call.Options;
import dev.ectype.repo.call.QueryHook;
import dev.ectype.repo.page.CursorSeal;
import dev.ectype.schema.Association;
import dev.ectype.schema.EmbedsMany;
import dev.ectype.schema.EmbedsOne;
import dev.ectype.spi.Adapter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads and writes the records of schemas through one adapter. Immutable and safe for use by several threads; it has no
 * session, no cache and no record of what was read.
 *
 * <p>Writes take changesets and return what came of them; bad input and violated constraints are values. What fails in the
 * store is a {@link dev.ectype.error.StoreException}, what was asked wrongly a {@link dev.ectype.error.MappingException}.
 */
public final class Repo implements Reading, Writing, BulkWriting, Transacting, AutoCloseable {
    private final RepoContext context;

    private Repo(RepoContext context) {
        this.context = context;
    }

    /** Returns a repo over an adapter, with the system's clock. */
    public static Repo over(Adapter adapter) {
        return new Repo(new RepoContext(Scope.of(adapter), RepoSettings.STANDARD));
    }

    /** Returns a repo that works elsewhere, such as in a transaction. */
    static Repo in(RepoContext context) {
        return new Repo(context);
    }

    RepoContext context() {
        return context;
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

    /** Returns a repo that seals the cursors of its pages with a key, so that nobody else can make one. */
    public Repo withCursorKey(byte[] key) {
        return with(context.settings().withCursorSeal(CursorSeal.of(key)));
    }

    Reader reader() {
        return new Reader(context);
    }

    Pager pager() {
        return new Pager(context);
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
                : reader().preloader(reader()::related)
                        .preload(wanted.get(0).association().shape(), records, wanted);
    }

    /**
     * Returns records that were read, with records related to those in a list of embedded ones.
     *
     * @throws dev.ectype.error.MappingException if the embedded records are of a shape that is no schema, and so has no
     *     associations
     */
    public <R, E> List<R> preload(List<R> records, EmbedsMany<R, E> embed, List<Preload<E, ?>> wanted) {
        return new EmbedPreloader(reader().preloader(reader()::related)).many(records, embed, wanted);
    }

    /**
     * Returns records that were read, with records related to an embedded one.
     *
     * @throws dev.ectype.error.MappingException if the embedded record is of a shape that is no schema, and so has no
     *     associations
     */
    public <R, E> List<R> preload(List<R> records, EmbedsOne<R, E> embed, List<Preload<E, ?>> wanted) {
        return new EmbedPreloader(reader().preloader(reader()::related)).one(records, embed, wanted);
    }

    /** Closes the adapter. */
    @Override
    public void close() {
        context.adapter().close();
    }
}
