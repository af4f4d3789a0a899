package dev.ectype.changeset;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of a changeset that changes rarely: what it is on, what was given, and what would change. Slots of
 * {@code changes} are null where nothing changes, {@link #NULL} for a change to null, a changeset for a related record and
 * a list of them for several. Immutable; who is handed the array must not write to it.
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and never written to once it is here
record State<R>(
        Plan<R> plan,
        @Nullable R data,
        @Nullable Map<String, ?> params,
        @Nullable Object[] changes,
        boolean valid,
        Extras<R> extras) {

    /** Stands in a slot for a change to null. */
    static final Object NULL = new Object();

    static <R> State<R> on(Plan<R> plan, @Nullable R data, Extras<R> extras) {
        return new State<>(plan, data, null, plan.noChanges, true, extras);
    }

    State<R> withChanges(@Nullable Object[] newChanges) {
        return new State<>(plan, data, params, newChanges, valid, extras);
    }

    State<R> withParams(@Nullable Map<String, ?> newParams) {
        return new State<>(plan, data, newParams, changes, valid, extras);
    }

    State<R> withValid(boolean newValid) {
        return newValid == valid ? this : new State<>(plan, data, params, changes, newValid, extras);
    }

    State<R> withExtras(Extras<R> newExtras) {
        return new State<>(plan, data, params, changes, valid, newExtras);
    }

    /** Returns a state in which one slot is different; null there for no change. */
    @SuppressWarnings("ReferenceEquality") // the very same slot needs no copy
    State<R> with(int ordinal, @Nullable Object slot) {
        if (changes[ordinal] == slot) {
            return this;
        }
        @Nullable Object[] copy = changes.clone();
        copy[ordinal] = slot;
        return withChanges(copy);
    }

    static Object slot(@Nullable Object value) {
        return value == null ? NULL : value;
    }

    static @Nullable Object value(Object slot) {
        return slot == NULL ? null : slot;
    }

    boolean isChanged(int ordinal) {
        return changes[ordinal] != null;
    }

    /** Returns what a field would be changed to, or null if it would not or to null. */
    @Nullable Object change(int ordinal) {
        Object slot = changes[ordinal];
        return slot == NULL ? null : slot;
    }

    /** Returns what a field, not a relation, would hold. */
    @Nullable Object current(int ordinal) {
        Object slot = changes[ordinal];
        return slot == null ? plan.data(data, ordinal) : value(slot);
    }

    boolean hasChanges() {
        for (Object slot : changes) {
            if (slot != null) {
                return true;
            }
        }
        return false;
    }
}
