package dev.ectype.benchmarks.validation;

import dev.ectype.benchmarks.measuring.Cost;
import java.util.EnumMap;
import java.util.Map;

/**
 * The same work as {@link RequestBenchmark} for a machine that other programs keep busy: the contenders take turns in one
 * process until each had enough of them to be compiled, and the round that used the least processor time counts.
 */
public final class SideBySide {
    private static final int ROUNDS = 40;
    private static final int OPERATIONS = 40_000;

    private SideBySide() {}

    /** Takes no arguments. */
    public static void main(String[] args) {
        for (boolean nested : new boolean[] {true, false}) {
            for (Requests request : Requests.values()) {
                compare(request, nested);
            }
        }
    }

    private static void compare(Requests request, boolean nested) {
        Map<Contenders, Contender> made = new EnumMap<>(Contenders.class);
        Map<Contenders, Cost> least = new EnumMap<>(Contenders.class);
        for (Contenders each : Contenders.values()) {
            made.put(each, each.make());
        }
        for (int round = 0; round < ROUNDS; round++) {
            made.forEach((each, contender) -> least.merge(each, cost(contender, request, nested), Cost::least));
        }
        least.forEach((each, cost) -> System.out.printf(
                "%-6s %-7s %-20s %8.0f ns %7d B%n",
                nested ? "nested" : "flat", request, each, cost.nanos(), cost.bytes()));
    }

    private static Cost cost(Contender contender, Requests request, boolean nested) {
        return Cost.of(
                OPERATIONS, () -> nested ? contender.order(request.order()) : contender.signUp(request.signUp()));
    }
}
