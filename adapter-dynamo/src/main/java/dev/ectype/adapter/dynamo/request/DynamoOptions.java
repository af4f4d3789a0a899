package dev.ectype.adapter.dynamo.request;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * How an adapter uses its client. Immutable.
 *
 * @param timeout how long one call may take, retries included; a call may say less or more
 * @param concurrency how many requests of one call may be on their way at the same time
 * @param consistentReads whether reads see every write that was answered before them, unless a call says otherwise or a
 *     global index is asked, which never does
 * @param firstPause how long the first retry waits at most; each further one up to twice as long, at random
 * @param observer is told what each request has cost
 */
public record DynamoOptions(
        Duration timeout,
        int concurrency,
        boolean consistentReads,
        Duration firstPause,
        Consumer<RequestReport> observer) {
    private static final int USUAL_CONCURRENCY = 8;

    /** Half a minute for a call, eight requests at the same time, reads that may be a moment behind. */
    public static final DynamoOptions DEFAULTS =
            new DynamoOptions(Duration.ofSeconds(30), USUAL_CONCURRENCY, false, Duration.ofMillis(25), report -> {});

    /** Checks the numbers. */
    public DynamoOptions {
        if (timeout.isZero() || timeout.isNegative() || concurrency < 1 || firstPause.isNegative()) {
            throw new IllegalArgumentException("a timeout and a concurrency are positive, a pause is not negative: "
                    + timeout + ", " + concurrency + ", " + firstPause);
        }
    }

    /** Returns the same with another limit for one call. */
    public DynamoOptions withTimeout(Duration newTimeout) {
        return new DynamoOptions(newTimeout, concurrency, consistentReads, firstPause, observer);
    }

    /** Returns the same with another number of requests at the same time. */
    public DynamoOptions withConcurrency(int newConcurrency) {
        return new DynamoOptions(timeout, newConcurrency, consistentReads, firstPause, observer);
    }

    /** Returns the same with reads that see every write that was answered before them, for twice the cost. */
    public DynamoOptions withConsistentReads() {
        return new DynamoOptions(timeout, concurrency, true, firstPause, observer);
    }

    /** Returns the same with another first pause. */
    public DynamoOptions withFirstPause(Duration newFirstPause) {
        return new DynamoOptions(timeout, concurrency, consistentReads, newFirstPause, observer);
    }

    /** Returns the same with an observer, which is called by the threads that make the requests. */
    public DynamoOptions withObserver(Consumer<RequestReport> newObserver) {
        return new DynamoOptions(timeout, concurrency, consistentReads, firstPause, newObserver);
    }
}
