package dev.ectype.adapter.inmemory;

import dev.ectype.adapter.inmemory.internal.store.Store;

/**
 * A stretch of a test after which the store is as it was before: closing it forgets what anybody has written meanwhile,
 * by any thread and in committed transactions. Tables and indexes that were made stay, empty. Safe for use by several
 * threads, but what is written while it is being closed may be kept or forgotten.
 */
public final class Sandbox implements AutoCloseable {
    private final Store store;
    private final Store.Moment before;

    Sandbox(Store store) {
        this.store = store;
        this.before = store.moment();
    }

    /** Forgets what was written since the sandbox was opened, or since this was last called. */
    public void reset() {
        store.returnTo(before);
    }

    @Override
    public void close() {
        reset();
    }
}
