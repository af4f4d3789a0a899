package dev.ectype.changeset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What most changesets never say. Those that say nothing share instances, one for each depth and action, so that making and
 * casting them allocates none. Immutable.
 */
final class Extras<R> {
    private final boolean fresh;
    private final EmptyValues emptyValues;
    private final @Nullable Action action;
    private final Mode mode;
    private final ForStore<R> store;
    private @Nullable Extras<R> onceCast; // what a shared instance is after a cast, set before it is shared

    private Extras(boolean fresh, EmptyValues emptyValues, @Nullable Action action, Mode mode, ForStore<R> store) {
        this.fresh = fresh;
        this.emptyValues = emptyValues;
        this.action = action;
        this.mode = mode;
        this.store = store;
    }

    /**
     * What steers later calls.
     *
     * @param depth how deep inside the params the record stands, from 1
     * @param limits bounds on params
     * @param always whether rules look at what does not change
     */
    record Mode(int depth, Limits limits, boolean always) {
        private static final Mode[] PLAIN = new Mode[Limits.DEFAULT.depth() + 1];

        static Mode plain(int depth) {
            Mode known = PLAIN[depth];
            if (known == null) {
                known = new Mode(depth, Limits.DEFAULT, false);
                PLAIN[depth] = known;
            }
            return known;
        }

        Mode withAlways(boolean yes) {
            return new Mode(depth, limits, yes);
        }
    }

    /**
     * What only a store looks at.
     *
     * @param constraints rules that it checks
     * @param prepares steps before a write
     * @param filters values that must still be there
     * @param forcesUpdate whether an update counts as one although no field of the record itself changes
     */
    record ForStore<R>(
            List<Constraint> constraints,
            List<UnaryOperator<Changeset<R>>> prepares,
            Map<Field<R, ?>, Object> filters,
            boolean forcesUpdate) {

        /** Returns this with what another changeset on the same data says, which wins where both do. */
        ForStore<R> and(ForStore<R> other) {
            Map<Field<R, ?>, Object> allFilters = new LinkedHashMap<>(filters);
            allFilters.putAll(other.filters);
            return new ForStore<>(
                    joined(constraints, other.constraints),
                    joined(prepares, other.prepares),
                    Collections.unmodifiableMap(allFilters),
                    forcesUpdate || other.forcesUpdate);
        }
    }

    private static final ForStore<?> NO_STORE = new ForStore<>(List.of(), List.of(), Map.of(), false);
    private static final ForStore<?> FORCING = new ForStore<>(List.of(), List.of(), Map.of(), true);
    private static final int VARIANTS = 6;
    private static final Extras<?>[] PLAIN = new Extras<?>[VARIANTS * (Limits.DEFAULT.depth() + 1)];

    /** Returns what a changeset has that nothing was said of but its place and action. */
    @SuppressWarnings("unchecked") // says nothing of any record
    static <R> Extras<R> plain(int depth, @Nullable Action action, boolean fresh) {
        int kind = action == null ? 0 : action == Action.INSERT ? 1 : 2;
        int index = VARIANTS * depth + 2 * kind + (fresh ? 1 : 0);
        Extras<?> known = PLAIN[index];
        if (known == null) {
            known = shared(depth, action, fresh);
            PLAIN[index] = known;
        }
        return (Extras<R>) known;
    }

    private static Extras<?> shared(int depth, @Nullable Action action, boolean fresh) {
        Extras<Object> made =
                new Extras<>(fresh, EmptyValues.BLANK_TEXT, action, Mode.plain(depth), Extras.<Object>noStore());
        made.onceCast = fresh ? plain(depth, action, false) : null;
        return made;
    }

    /** Tells whether nothing was said but a place and an action that the shared instances have. */
    @SuppressWarnings("ReferenceEquality") // there is one such instance
    private boolean isPlain(@Nullable Action wanted) {
        boolean shared = wanted == null || wanted == Action.INSERT || wanted == Action.UPDATE;
        return shared && store == NO_STORE && emptyValues == EmptyValues.BLANK_TEXT && isPlainMode();
    }

    /** Tells whether nothing was said that steers later calls. */
    @SuppressWarnings("ReferenceEquality") // there is one such instance for each depth
    boolean isPlainMode() {
        return mode.depth() < Mode.PLAIN.length - 1 && mode == Mode.PLAIN[mode.depth()];
    }

    /** Returns these for a related record: one step deeper, with an action of its own and nothing for a store. */
    <E> Extras<E> deeper(Action childAction) {
        if (isPlainMode()) {
            return plain(mode.depth() + 1, childAction, true);
        }
        Mode deeper = new Mode(mode.depth() + 1, mode.limits(), false);
        return new Extras<>(true, EmptyValues.BLANK_TEXT, childAction, deeper, Extras.<E>noStore());
    }

    @SuppressWarnings("unchecked") // says nothing of any record
    private static <R> ForStore<R> noStore() {
        return (ForStore<R>) NO_STORE;
    }

    /** Returns these as they are once there was a cast, which may have had values of its own that count as empty. */
    Extras<R> afterCast(@Nullable EmptyValues chosen) {
        if (!fresh) {
            return this;
        }
        if (chosen == null && onceCast != null) {
            return onceCast;
        }
        return new Extras<>(false, chosen == null ? emptyValues : chosen, action, mode, store);
    }

    EmptyValues emptyValues() {
        return emptyValues;
    }

    @Nullable Action action() {
        return action;
    }

    Mode mode() {
        return mode;
    }

    ForStore<R> store() {
        return store;
    }

    static <T> List<T> joined(List<T> first, List<T> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return first.isEmpty() ? second : first;
        }
        List<T> both = new ArrayList<>(first);
        both.addAll(second);
        return Collections.unmodifiableList(both);
    }

    Extras<R> withAction(@Nullable Action newAction) {
        return isPlain(newAction)
                ? plain(mode.depth(), newAction, fresh)
                : new Extras<>(fresh, emptyValues, newAction, mode, store);
    }

    Extras<R> withMode(Mode newMode) {
        return new Extras<>(fresh, emptyValues, action, newMode, store);
    }

    Extras<R> withStore(ForStore<R> newStore) {
        return new Extras<>(fresh, emptyValues, action, mode, newStore);
    }

    @SuppressWarnings({"unchecked", "ReferenceEquality"}) // there is one that says nothing
    Extras<R> forcingUpdate() {
        if (store.forcesUpdate()) {
            return this;
        }
        return store == NO_STORE
                ? withStore((ForStore<R>) FORCING)
                : withStore(new ForStore<>(store.constraints(), store.prepares(), store.filters(), true));
    }
}
