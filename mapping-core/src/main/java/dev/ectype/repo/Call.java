package dev.ectype.repo;

import dev.ectype.changeset.Result;
import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.plan.Consents;
import dev.ectype.query.Query;
import dev.ectype.repo.call.CallEvent;
import dev.ectype.repo.call.CallEvent.Ending;
import dev.ectype.repo.call.Operation;
import dev.ectype.repo.call.Options;
import dev.ectype.repo.call.QueryHook;
import dev.ectype.repo.page.CursorSeal;
import dev.ectype.repo.write.RowOutcome;
import dev.ectype.schema.Location;
import dev.ectype.schema.Schema;
import dev.ectype.spi.Adapter;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Source;
import dev.ectype.spi.WriteOutcome;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One call of a repo while it runs: its options, and the watch that listeners' events are made of. Used by one thread. */
final class Call {
    private final RepoContext context;
    private final Operation operation;
    private final Options options;
    private final @Nullable Schema<?> schema;
    private final Watch watch;

    Call(RepoContext context, Operation operation, Options options, @Nullable Schema<?> schema) {
        this.context = context;
        this.operation = operation;
        this.options = options;
        this.schema = schema;
        this.watch = Listeners.watch(context.settings());
    }

    Adapter adapter() {
        return context.adapter();
    }

    Clock clock() {
        return context.settings().clock();
    }

    /** Returns what seals the cursors of pages. */
    CursorSeal cursorSeal() {
        return context.settings().manner().cursorSeal();
    }

    Options options() {
        return options;
    }

    /** Returns the options as an adapter is told them. */
    CallOptions forStore() {
        return options.forStore();
    }

    /** Tells whether nobody is told of the call or changes its queries. */
    boolean isUnseen() {
        return !watch.isOn() && context.settings().hook().isEmpty();
    }

    /** Returns where the records of a schema live in the call. */
    Source source(Schema<?> of) {
        return of.asSource(options.location(of));
    }

    /** Returns what measures this call; it does nothing if nobody listens. */
    Watch watch() {
        return watch;
    }

    /** Returns what the store answers to one write, and takes its time. */
    WriteOutcome sent(Supplier<WriteOutcome> write) {
        WriteOutcome outcome = timed(write);
        watch.count(outcome instanceof WriteOutcome.Written ? 1 : 0);
        return outcome;
    }

    /** Returns what the store answers, and takes its time, that of a failure too. */
    <T extends @Nullable Object> T timed(Supplier<T> request) {
        long begin = watch.now();
        try {
            return request.get();
        } finally {
            watch.stored(begin);
        }
    }

    /** Returns a query as the hook wants it, with the consents and the location of the call where it has none. */
    <R> Query<R> prepared(Query<R> query) {
        Query<R> hooked =
                context.settings().hook().map(hook -> hooked(hook, query)).orElse(query);
        return hooked.over(options.location(query.schema()), options.consents());
    }

    /** Returns a query of records related to others as the hook and the options of reading such want it. */
    <E> Query<E> preparedRelated(Query<?> owners, Query<E> related) {
        return context.open(Operation.PRELOAD, related.schema())
                .prepared(related.over(Location.inPrefix(owners.location().prefix()), Consents.NONE));
    }

    @SuppressWarnings("unchecked") // a query of the same schema is one of the same records
    private <R> Query<R> hooked(QueryHook hook, Query<R> query) {
        Query<?> changed = hook.prepare(operation, query, options);
        if (changed.schema() != query.schema()) {
            throw new MappingException(
                    Kind.USAGE,
                    "a query hook must return a query of the schema that it was given",
                    Map.of(
                            "given",
                            query.schema().name(),
                            "returned",
                            changed.schema().name()));
        }
        if (!changed.preloads().equals(query.preloads())) {
            throw new MappingException(
                    Kind.USAGE,
                    "a query hook says which records are found, and not what is preloaded with them; preload where the"
                            + " query is made",
                    Map.of("query", query, "preloads", changed.preloads()));
        }
        return (Query<R>) changed;
    }

    /** Tells those who listen that the call returned something. */
    void endWith(@Nullable Object result) {
        if (watch.isOn()) {
            end(endingOf(result));
        }
    }

    private static Ending endingOf(@Nullable Object result) {
        boolean isRefused = (result instanceof Result<?> written && !written.isOk())
                || (result instanceof RowOutcome<?> outcome && !outcome.isOk())
                || result instanceof Transacted.RolledBack
                || result instanceof MultiResult.Failed;
        return isRefused ? new Ending.Refused() : new Ending.Done();
    }

    /** Tells those who listen; without any, it does nothing. */
    void end(Ending ending) {
        if (watch.isOn()) {
            Optional<Source> source = Optional.ofNullable(schema).map(this::source);
            Listeners.tell(
                    context.settings(),
                    new CallEvent(
                            operation, adapter().store(), source, watch.plan(), watch.timings(), watch.rows(), ending));
        }
    }
}
