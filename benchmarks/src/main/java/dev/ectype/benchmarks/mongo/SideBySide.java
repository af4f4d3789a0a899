package dev.ectype.benchmarks.mongo;

import dev.ectype.benchmarks.measuring.Cost;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The same work as {@link CodecBenchmark} for a machine that other programs keep busy: the mappers take turns in one process
 * until each had enough of them to be compiled, and the round that used the least processor time counts.
 */
public final class SideBySide {
    private static final int ROUNDS = 60;
    private static final int OPERATIONS = 20_000;
    private static final int LISTS = 600;

    private SideBySide() {}

    /** Takes no arguments. */
    public static void main(String[] args) {
        compare("flat", Kind.ITEM, OPERATIONS);
        compare("nested", Kind.PARCEL, OPERATIONS);
        compare("list", Kind.BASKET, LISTS);
    }

    private static <T> void compare(String what, Kind<T> kind, int operations) {
        compare("read " + what, operations, mapper -> {
            Mapper<T> way = mapper.of(kind);
            byte[] bytes = way.write(kind.sample());
            return () -> way.read(bytes);
        });
        compare("write " + what, operations, mapper -> {
            Mapper<T> way = mapper.of(kind);
            return () -> way.write(kind.sample());
        });
    }

    private static void compare(String what, int operations, Function<Mappers, Supplier<?>> work) {
        Map<Mappers, Supplier<?>> ways = new EnumMap<>(Mappers.class);
        Map<Mappers, Cost> least = new EnumMap<>(Mappers.class);
        List.of(Mappers.values()).forEach(mapper -> ways.put(mapper, work.apply(mapper)));
        for (int round = 0; round < ROUNDS; round++) {
            ways.forEach((mapper, way) -> least.merge(mapper, Cost.of(operations, way), Cost::least));
        }
        double ours = Objects.requireNonNull(least.get(Mappers.ECTYPE)).nanos();
        least.forEach((mapper, cost) -> System.out.printf(
                "%-12s %-15s %8.0f ns %7d B, Ectype takes %.2f times as long%n",
                what, mapper, cost.nanos(), cost.bytes(), ours / cost.nanos()));
    }
}
