package dev.ectype.repo;

import dev.ectype.preload.Preloading;
import dev.ectype.repo.call.CallListener;
import dev.ectype.repo.call.Operation;
import dev.ectype.repo.call.Options;
import dev.ectype.repo.call.QueryHook;
import dev.ectype.repo.page.CursorSeal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a repo does with every call. Immutable. */
record RepoSettings(
        Clock clock,
        Map<Operation, Options> defaults,
        Options options,
        Optional<QueryHook> hook,
        List<CallListener> listeners,
        Manner manner) {

    /**
     * How reading and writing are gone about.
     *
     * @param readsOnly whether every write is refused
     * @param isAtomic whether writes that belong together are refused where they cannot be done together
     * @param preloading how related records are read
     * @param cursorSeal what seals the cursors of pages
     */
    record Manner(boolean readsOnly, boolean isAtomic, Preloading preloading, CursorSeal cursorSeal) {
        static final Manner USUAL = new Manner(false, true, Preloading.USUAL, CursorSeal.open());
    }

    static final RepoSettings STANDARD =
            new RepoSettings(Clock.systemUTC(), Map.of(), Options.none(), Optional.empty(), List.of(), Manner.USUAL);

    RepoSettings {
        defaults = Map.copyOf(defaults);
        listeners = List.copyOf(listeners);
    }

    RepoSettings withClock(Clock newClock) {
        return new RepoSettings(newClock, defaults, options, hook, listeners, manner);
    }

    RepoSettings withDefaults(List<Operation> operations, Options more) {
        Map<Operation, Options> changed = new EnumMap<>(Operation.class);
        changed.putAll(defaults);
        operations.forEach(operation -> changed.merge(operation, more, (known, added) -> added.over(known)));
        return new RepoSettings(clock, changed, options, hook, listeners, manner);
    }

    RepoSettings withOptions(Options more) {
        return new RepoSettings(clock, defaults, more.over(options), hook, listeners, manner);
    }

    /** Adds a hook, which is given what the hooks before it made of a query. */
    RepoSettings withHook(QueryHook added) {
        QueryHook all = hook.<QueryHook>map(first -> (operation, query, given) ->
                        added.prepare(operation, first.prepare(operation, query, given), given))
                .orElse(added);
        return new RepoSettings(clock, defaults, options, Optional.of(all), listeners, manner);
    }

    RepoSettings withListener(CallListener added) {
        List<CallListener> all = new ArrayList<>(listeners);
        all.add(added);
        return new RepoSettings(clock, defaults, options, hook, all, manner);
    }

    RepoSettings withoutListeners() {
        return new RepoSettings(clock, defaults, options, hook, List.of(), manner);
    }

    RepoSettings withReadOnly() {
        return with(new Manner(true, manner.isAtomic(), manner.preloading(), manner.cursorSeal()));
    }

    RepoSettings withoutTransaction() {
        return with(new Manner(manner.readsOnly(), false, manner.preloading(), manner.cursorSeal()));
    }

    RepoSettings withPreloading(Preloading changed) {
        return with(new Manner(manner.readsOnly(), manner.isAtomic(), changed, manner.cursorSeal()));
    }

    RepoSettings withCursorSeal(CursorSeal seal) {
        return with(new Manner(manner.readsOnly(), manner.isAtomic(), manner.preloading(), seal));
    }

    private RepoSettings with(Manner changed) {
        return new RepoSettings(clock, defaults, options, hook, listeners, changed);
    }

    /** Returns the options of a call: those said for it, and the defaults of its operation for the rest. */
    Options optionsOf(Operation operation) {
        return defaults.isEmpty() ? options : options.over(defaults.getOrDefault(operation, Options.none()));
    }
}
