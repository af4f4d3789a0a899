package dev.ectype.benchmarks.memory;

import dev.ectype.benchmarks.measuring.Cost;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The same work as {@link FindBenchmark} for a machine that other programs keep busy: the stores take turns in one process,
 * and the round that used the least processor time counts.
 */
public final class SideBySide {
    private static final int ROWS = 100_000;
    private static final int ROUNDS = 30;

    private SideBySide() {}

    /** Takes the number of rounds, 30 unless given. */
    public static void main(String[] args) {
        int rounds = args.length == 0 ? ROUNDS : Integer.parseInt(args[0]);
        Map<Stores, MemberStore> stores = new EnumMap<>(Stores.class);
        List<Member> members = Member.all(ROWS);
        for (Stores each : Stores.values()) {
            stores.put(each, each.of(members));
        }
        Questions questions = new Questions(ROWS, 1024);
        compare("key", rounds, 40_000, stores, store -> store.get(questions.id()));
        compare("index", rounds, 1_000, stores, store -> store.ofTeam(questions.team(ROWS)));
        compare("range", rounds, 2_000, stores, store -> questions.firstOfRange(store));
    }

    private static void compare(
            String what, int rounds, int operations, Map<Stores, MemberStore> stores, Function<MemberStore, ?> work) {
        Map<Stores, Cost> least = new EnumMap<>(Stores.class);
        for (int round = 0; round < rounds; round++) {
            stores.forEach(
                    (kind, store) -> least.merge(kind, Cost.of(operations, () -> work.apply(store)), Cost::least));
        }
        least.forEach((kind, cost) ->
                System.out.printf("%-6s %-16s %10.0f ns %8d B%n", what, kind, cost.nanos(), cost.bytes()));
    }
}
