package dev.ectype.adapter.inmemory.internal.store;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All tables of a store at one moment. Immutable. */
final class Snapshot {
    static final Snapshot EMPTY = new Snapshot(new TableState[0]);

    private final @Nullable TableState[] states;

    private Snapshot(@Nullable TableState[] states) {
        this.states = states;
    }

    /** Returns the state of a table, or null if the table was made later. */
    @Nullable TableState state(Table table) {
        int ordinal = table.ordinal();
        return ordinal < states.length ? states[ordinal] : null;
    }

    /** Returns the same with another state of one table. */
    Snapshot with(Table table, TableState state) {
        int ordinal = table.ordinal();
        @Nullable TableState[] copy = Arrays.copyOf(states, Math.max(states.length, ordinal + 1));
        copy[ordinal] = state;
        return new Snapshot(copy);
    }

    /** Returns the same with other states of several tables. */
    Snapshot with(Map<Table, TableState> changed) {
        Snapshot snapshot = this;
        for (Map.Entry<Table, TableState> entry : changed.entrySet()) {
            snapshot = snapshot.with(entry.getKey(), entry.getValue());
        }
        return snapshot;
    }
}
