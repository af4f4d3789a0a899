package dev.ectype.benchmarks.measuring;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/**
 * What one operation took of the thread that did it: its processor time, which does not grow while other programs have the
 * processor, and the bytes that it allocated.
 *
 * @param nanos the processor time
 * @param bytes the bytes
 */
public record Cost(double nanos, long bytes) {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @SuppressWarnings("UnusedVariable") // written so that no work is optimised away
    private static volatile Object sink = "";

    /** Returns what an operation takes on this thread, on the average of some. */
    public static Cost of(int operations, Supplier<?> operation) {
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long nanos = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < operations; i++) {
            sink = operation.get();
        }
        return new Cost(
                (THREADS.getCurrentThreadCpuTime() - nanos) / (double) operations,
                (THREADS.getCurrentThreadAllocatedBytes() - bytes) / operations);
    }

    /** Returns the lesser figures of the two. */
    public Cost least(Cost other) {
        return new Cost(Math.min(nanos, other.nanos), Math.min(bytes, other.bytes));
    }
}
