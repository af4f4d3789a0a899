package dev.ectype.examples.directory.web;

/** How long requests took, to ten microseconds; what took longer than a second counts as one. Not for several threads. */
final class LoadTimes {
    private static final int STEP_NANOS = 10_000;
    private static final double STEPS_A_MILLI = 100;

    private final long[] counts = new long[100_001];
    private long requests;
    private long failures;

    void add(long nanos, boolean asExpected) {
        counts[(int) Math.min(nanos / STEP_NANOS, counts.length - 1L)]++;
        requests++;
        failures += asExpected ? 0 : 1;
    }

    void add(LoadTimes other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        requests += other.requests;
        failures += other.failures;
    }

    /** Returns how many answers were others than expected. */
    long failures() {
        return failures;
    }

    void print(int seconds) {
        System.out.printf(
                "%,d requests in %d s: %,d a second; p50 %.2f ms, p99 %.2f ms; %d unexpected answers%n",
                requests, seconds, requests / seconds, millis(0.5), millis(0.99), failures);
    }

    private double millis(double share) {
        long left = (long) (requests * share);
        int step = 0;
        while (step < counts.length - 1 && left >= counts[step]) {
            left -= counts[step];
            step++;
        }
        return step / STEPS_A_MILLI;
    }
}
