package dev.ectype.benchmarks.coldstart;

import dev.ectype.benchmarks.validation.Contenders;
import dev.ectype.benchmarks.validation.Requests;
import java.io.FileInputStream;
import java.io.IOException;

/**
 * Validates one invalid request and tells how long that took from the start of main: microseconds on the clock, then
 * microseconds of processor time of the main thread, then what was wrong. The argument is the contender.
 */
public final class FirstError {
    private static final String SCHEDULER = "/proc/thread-self/schedstat";

    private FirstError() {}

    /** Runs once; a process has one cold start. */
    public static void main(String[] args) {
        long processor = processorNanos();
        long clock = System.nanoTime();
        String problem = Contenders.valueOf(args[0]).firstProblem(Requests.INVALID);
        long elapsed = System.nanoTime() - clock;
        long used = processorNanos() - processor;
        System.out.println(String.join(" ", Long.toString(elapsed / 1_000), Long.toString(used / 1_000), problem));
    }

    /** Returns what Linux has counted for this thread, or 0 on another system; asking Java would load more than is measured. */
    private static long processorNanos() {
        byte[] text = new byte[20];
        try (FileInputStream file = new FileInputStream(SCHEDULER)) {
            int length = file.read(text);
            long nanos = 0;
            for (int i = 0; i < length && text[i] != ' '; i++) {
                nanos = 10 * nanos + text[i] - '0';
            }
            return nanos;
        } catch (IOException e) {
            return 0;
        }
    }
}
