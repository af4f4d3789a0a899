package dev.ectype.adapter.dynamo.internal.call;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** When a call has to be over, and the pauses on the way there. */
public final class Deadline {
    private static final int MOST_DOUBLINGS = 6;
    private static final long NANOS_A_MILLI = 1_000_000L;
    private static final long USUAL_ATTEMPT = 100 * NANOS_A_MILLI;
    private static final int ATTEMPTS = 4;
    private final long end;
    private final long attempt;
    private final Duration firstPause;

    Deadline(Duration timeout, Duration firstPause) {
        this.end = System.nanoTime() + timeout.toNanos();
        this.attempt = Math.min(USUAL_ATTEMPT, timeout.toNanos() / ATTEMPTS);
        this.firstPause = firstPause;
    }

    /** Returns how long there is; zero or less when it is over. */
    Duration left() {
        return Duration.ofNanos(end - System.nanoTime());
    }

    /** Tells whether it is over. */
    public boolean isOver() {
        return end - System.nanoTime() <= 0;
    }

    /**
     * Waits before the next attempt, at random and longer from time to time, so that many callers do not come back at once.
     *
     * @return whether there is time for another attempt, that it is not cut off in the middle
     */
    public boolean pause(int number) {
        long most = firstPause.toNanos() << Math.min(number, MOST_DOUBLINGS);
        long pause = most == 0 ? 0 : ThreadLocalRandom.current().nextLong(most);
        if (end - System.nanoTime() <= pause + attempt) {
            return false;
        }
        try {
            Thread.sleep(pause / NANOS_A_MILLI, (int) (pause % NANOS_A_MILLI));
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
