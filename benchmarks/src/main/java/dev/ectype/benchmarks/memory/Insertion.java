package dev.ectype.benchmarks.memory;

import static dev.ectype.benchmarks.memory.Members.MEMBERS;

import dev.ectype.adapter.inmemory.InMemoryAdapter;
import dev.ectype.repo.Repo;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Fills stores with a million members, and prints how long that took and how many bytes of heap a member takes when it has
 * been collected, its values and what finds it together. For a heap of 3 GB.
 */
public final class Insertion {
    private static final int ROWS = 1_000_000;
    private static final int AT_ONCE = 10_000;
    private static final int COLLECTIONS = 3;

    private Insertion() {}

    /** Takes no arguments. */
    public static void main(String[] args) throws Exception {
        measure("repo, insertAll", Insertion::many);
        measure("repo, insertAll, then all read", Insertion::manyRead);
        measure("repo, insert", Insertion::oneByOne);
        measure("records by hand", () -> Stores.RECORDS_BY_HAND.of(Member.all(ROWS)));
        measure("CQEngine", () -> Stores.CQENGINE.of(Member.all(ROWS)));
        measure("H2", () -> Stores.H2.of(Member.all(ROWS)));
    }

    private static void measure(String way, Supplier<? extends AutoCloseable> filling) throws Exception {
        long before = used();
        long begin = System.nanoTime();
        try (AutoCloseable store = filling.get()) {
            double seconds = (System.nanoTime() - begin) / 1e9;
            long bytes = (used() - before) / ROWS;
            System.out.printf(
                    "%-32s %9.0f rows a second %5d bytes a row %s%n", way, ROWS / seconds, bytes, kind(store));
        }
    }

    private static String kind(AutoCloseable store) {
        return store.getClass().getSimpleName();
    }

    private static long used() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static Repo many() {
        Repo repo = Repo.over(InMemoryAdapter.create());
        for (int from = 0; from < ROWS; from += AT_ONCE) {
            List<Member> some = new ArrayList<>(AT_ONCE);
            for (int id = from; id < from + AT_ONCE; id++) {
                some.add(Member.of(id, ROWS));
            }
            repo.insertAll(MEMBERS, some);
        }
        return repo;
    }

    private static Repo manyRead() {
        Repo repo = many();
        for (int id = 0; id < ROWS; id++) {
            repo.getOrThrow(MEMBERS, id);
        }
        return repo;
    }

    private static Repo oneByOne() {
        Repo repo = Repo.over(InMemoryAdapter.create());
        for (int id = 0; id < ROWS; id++) {
            repo.insert(MEMBERS.change(Member.of(id, ROWS)));
        }
        return repo;
    }
}
