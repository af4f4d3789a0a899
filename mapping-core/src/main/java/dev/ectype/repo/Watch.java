package dev.ectype.repo;

import dev.ectype.repo.call.Timings;
import dev.ectype.spi.NativePlan;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Measures one call. Off, it reads no clock and keeps nothing, so that a call without listeners does not pay. Each part is
 * measured from a {@link #now} to the method that names it. Used by one thread.
 */
final class Watch {
    static final Watch OFF = new Watch(false);

    private final boolean on;
    private final long begin;
    private @Nullable NativePlan plan;
    private long planning;
    private long storing;
    private long loading;
    private long rows;

    private Watch(boolean on) {
        this.on = on;
        this.begin = on ? System.nanoTime() : 0;
    }

    static Watch started() {
        return new Watch(true);
    }

    boolean isOn() {
        return on;
    }

    long now() {
        return on ? System.nanoTime() : 0;
    }

    void planned(long since, NativePlan made) {
        if (on) {
            planning += System.nanoTime() - since;
            plan = made;
        }
    }

    void stored(long since) {
        if (on) {
            storing += System.nanoTime() - since;
        }
    }

    void loaded(long since) {
        if (on) {
            loading += System.nanoTime() - since;
        }
    }

    void count(long more) {
        if (on) {
            rows += more;
        }
    }

    Optional<NativePlan> plan() {
        return Optional.ofNullable(plan);
    }

    long rows() {
        return rows;
    }

    Timings timings() {
        return new Timings(
                Duration.ofNanos(now() - begin),
                Duration.ofNanos(planning),
                Duration.ofNanos(storing),
                Duration.ofNanos(loading));
    }
}
