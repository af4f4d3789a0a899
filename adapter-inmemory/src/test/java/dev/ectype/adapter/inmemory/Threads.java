package dev.ectype.adapter.inmemory;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Runs something in several threads that begin together. */
final class Threads {
    private Threads() {}

    /** Runs it once in each thread, given the thread's number; fails if one of them fails. */
    static void run(int threads, IntConsumer work) {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        CyclicBarrier start = new CyclicBarrier(threads);
        List<Future<?>> futures = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int number = i;
            futures.add(executor.submit(() -> {
                start.await();
                work.accept(number);
                return number;
            }));
        }
        try {
            for (Future<?> future : futures) {
                future.get();
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError("a thread failed", e);
        } finally {
            executor.shutdownNow();
        }
    }
}
