package dev.ectype.examples.directory.web;

import dev.ectype.examples.directory.people.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Sends requests to a directory in this process as fast as it answers, half of them invalid, and tells how fast that was. Not
 * a test, since nobody can say how fast a machine is; it fails if a request fails or the heap grows.
 */
public final class LoadRun {
    private static final int CLIENTS = 4;
    private static final int WARM_SECONDS = 10;
    private static final double GROWTH = 1.1;
    private static final long MEGABYTE = 1024L * 1024;

    private LoadRun() {}

    /** Runs for 60 seconds, or for as many as are given. */
    public static void main(String[] args) throws Exception {
        int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 60;
        try (Served served = Served.inMemory()) {
            measure(served, WARM_SECONDS);
            long before = heap();
            LoadTimes times = measure(served, seconds);
            long after = heap();
            times.print(seconds);
            System.out.printf(
                    "heap after collection: %,d MB before, %,d MB after%n", before / MEGABYTE, after / MEGABYTE);
            if (times.failures() > 0
                    || after > before * GROWTH + MEGABYTE
                    || !served.failures().isEmpty()) {
                System.out.println(served.failures());
                System.exit(1);
            }
        }
        System.exit(0);
    }

    private static LoadTimes measure(Served served, int seconds) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Future<LoadTimes>> all = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Callable<LoadTimes> client = client(served, i, end);
            all.add(clients.submit(client));
        }
        LoadTimes sum = new LoadTimes();
        for (Future<LoadTimes> times : all) {
            sum.add(times.get());
        }
        clients.shutdown();
        return sum;
    }

    private static Callable<LoadTimes> client(Served served, int number, long end) {
        Person known = served.person("Client " + number + " " + System.nanoTime());
        LoadRequests requests = new LoadRequests(served, known, number);
        return () -> {
            LoadTimes times = new LoadTimes();
            while (System.nanoTime() < end) {
                requests.round(times);
            }
            requests.close();
            return times;
        };
    }

    private static long heap() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(100);
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
