package dev.ectype.adapter.dynamo.internal.call;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A bounded number of threads that make several requests at once. They are started when they are needed, and end when
 * they were not for a while. Safe for use by several threads.
 */
public final class Workers {
    private static final AtomicInteger STARTED = new AtomicInteger();
    private static final int IDLE_SECONDS = 10;
    private final ThreadPoolExecutor threads;

    Workers(int size) {
        threads = new ThreadPoolExecutor(
                size, size, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Workers::thread);
        threads.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "ectype-dynamo-" + STARTED.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /** Begins a piece of work. */
    public <R> CompletableFuture<R> begin(Supplier<R> work) {
        return CompletableFuture.supplyAsync(work, threads);
    }

    /** Waits for a piece of work, and throws what it threw. */
    public static <R> R await(CompletableFuture<R> work) {
        try {
            return work.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /** Does the work for each of the items, several at once, and returns the results in the order of the items. */
    public <T, R> List<R> each(List<T> items, Function<T, R> work) {
        if (items.size() == 1) {
            return List.of(work.apply(items.get(0)));
        }
        List<CompletableFuture<R>> begun = new ArrayList<>(items.size());
        items.forEach(item -> begun.add(begin(() -> work.apply(item))));
        return begun.stream().map(Workers::await).toList();
    }

    void close() {
        threads.shutdownNow();
    }
}
