package dev.ectype.adapter.inmemory.internal.store;

import dev.ectype.error.StoreException;
import dev.ectype.spi.CallOptions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The moment by which a call must be done. Immutable. */
public final class Deadline {
    private static final Deadline NEVER = new Deadline(null, 0);

    private final @Nullable Duration timeout;
    private final long end;

    private Deadline(@Nullable Duration timeout, long end) {
        this.timeout = timeout;
        this.end = end;
    }

    /** Returns the deadline of a call that begins now. */
    public static Deadline of(CallOptions options) {
        return options.timeout().isEmpty() ? NEVER : after(options.timeout().get());
    }

    private static Deadline after(Duration timeout) {
        return new Deadline(timeout, System.nanoTime() + timeout.toNanos());
    }

    /** Tells whether there is one. */
    public boolean isSet() {
        return timeout != null;
    }

    /**
     * Checks that there is time left.
     *
     * @throws StoreException if there is none
     */
    public void check() {
        if (timeout != null && System.nanoTime() - end >= 0) {
            throw expired(timeout);
        }
    }

    void lock(ReentrantLock lock) {
        if (timeout == null) {
            lock.lock();
        } else {
            lockInTime(lock, timeout);
        }
    }

    private void lockInTime(ReentrantLock lock, Duration limit) {
        try {
            if (!lock.tryLock(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw expired(limit);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException(
                    "the thread was interrupted while it waited for another writer",
                    Map.of(),
                    StoreException.Outcome.NOT_DONE,
                    true,
                    e);
        }
    }

    private static StoreException expired(Duration timeout) {
        return new StoreException(
                "the call did not end in time",
                Map.of("timeout", timeout),
                StoreException.Outcome.NOT_DONE,
                true,
                null);
    }
}
