package dev.ectype.changeset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What most changesets never say. One instance serves all that say nothing.
 *
 * @param isFresh made by a cast of its own and not cast yet, so that the cast's policy of empty values becomes its own
 * @param emptyValues what counts as empty
 * @param action what the changeset is for, or null
 * @param mode what steers later calls
 * @param store what only a store looks at
 */
record Extras<R>(
        boolean isFresh, EmptyValues emptyValues, @Nullable Action action, Mode mode, ForStore<R> store) {

    record Mode(int depth, Limits limits, boolean always) {
        static final Mode PLAIN = new Mode(1, Limits.DEFAULT, false);

        Mode deeper() {
            return new Mode(depth + 1, limits, always);
        }
    }

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

    private static final Extras<?> NOTHING = new Extras<>(
            false, EmptyValues.BLANK_TEXT, null, Mode.PLAIN, new ForStore<>(List.of(), List.of(), Map.of(), false));

    private static final Extras<?> FRESH = NOTHING.withFresh(true);

    @SuppressWarnings("unchecked") // says nothing of any record
    static <R> Extras<R> nothing() {
        return (Extras<R>) NOTHING;
    }

    @SuppressWarnings("unchecked") // says nothing of any record
    static <R> Extras<R> fresh() {
        return (Extras<R>) FRESH;
    }

    /** Returns these as they are once there was a cast, which may have had values of its own that count as empty. */
    @SuppressWarnings("ReferenceEquality") // there is one such instance
    Extras<R> afterCast(@Nullable EmptyValues chosen) {
        if (!isFresh) {
            return this;
        }
        Extras<R> next = this == FRESH ? nothing() : withFresh(false);
        return chosen == null ? next : next.withEmptyValues(chosen);
    }

    static <T> List<T> joined(List<T> first, List<T> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return first.isEmpty() ? second : first;
        }
        List<T> both = new ArrayList<>(first);
        both.addAll(second);
        return Collections.unmodifiableList(both);
    }

    Extras<R> withFresh(boolean now) {
        return new Extras<>(now, emptyValues, action, mode, store);
    }

    Extras<R> withEmptyValues(EmptyValues values) {
        return new Extras<>(isFresh, values, action, mode, store);
    }

    Extras<R> withAction(@Nullable Action newAction) {
        return new Extras<>(isFresh, emptyValues, newAction, mode, store);
    }

    Extras<R> withMode(Mode newMode) {
        return new Extras<>(isFresh, emptyValues, action, newMode, store);
    }

    Extras<R> withStore(ForStore<R> newStore) {
        return new Extras<>(isFresh, emptyValues, action, mode, newStore);
    }

    Extras<R> forcingUpdate() {
        return store.forcesUpdate()
                ? this
                : withStore(new ForStore<>(store.constraints(), store.prepares(), store.filters(), true));
    }
}
