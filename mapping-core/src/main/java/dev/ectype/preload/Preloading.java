package dev.ectype.preload;

import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * How related records are read. Immutable.
 *
 * @param batchSize the most keys that one query asks for; more keys are several queries
 * @param executor what runs the queries of several associations at once; without one they run one after the other
 */
public record Preloading(int batchSize, Optional<Executor> executor) {
    private static final int USUAL_BATCH = 100;

    /** At most 100 keys a query, which every store takes, one query after the other. */
    public static final Preloading USUAL = new Preloading(USUAL_BATCH, Optional.empty());

    /** Makes sure that a query may ask for a key. */
    public Preloading {
        if (batchSize < 1) {
            throw new IllegalArgumentException("a query asks for one key at least, not for " + batchSize);
        }
    }

    /** Returns the same with another bound on the keys of a query. */
    public Preloading withBatchSize(int keys) {
        return new Preloading(keys, executor);
    }

    /** Returns the same with queries that run at once; those of virtual threads will do. */
    public Preloading on(Executor chosen) {
        return new Preloading(batchSize, Optional.of(chosen));
    }

    /** Returns the same with one query after the other. */
    public Preloading sequential() {
        return new Preloading(batchSize, Optional.empty());
    }
}
