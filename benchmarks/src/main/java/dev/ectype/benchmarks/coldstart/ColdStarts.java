package dev.ectype.benchmarks.coldstart;

import dev.ectype.benchmarks.validation.Contenders;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Starts processes one after another, by turns for each contender, and prints the least and the median of each. Each has
 * its own archives on its class path, and no other: what a program pays for those of others is nobody's figure.
 */
public final class ColdStarts {
    private static final int ROUNDS = 15;

    /** What one process told, in microseconds. */
    private record Start(long clock, long processor) {}

    private ColdStarts() {}

    /** Takes the number of rounds, 15 unless given. */
    public static void main(String[] args) throws IOException {
        int rounds = args.length == 0 ? ROUNDS : Integer.parseInt(args[0]);
        try (Archives archives = Archives.ofClassPath()) {
            Map<Contenders, String> classPaths = new EnumMap<>(Contenders.class);
            for (Contenders contender : Contenders.values()) {
                classPaths.put(contender, archives.usedBy(contender));
            }
            print(starts(rounds, classPaths));
        }
    }

    private static Map<Contenders, List<Start>> starts(int rounds, Map<Contenders, String> classPaths)
            throws IOException {
        Map<Contenders, List<Start>> starts = new EnumMap<>(Contenders.class);
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<Contenders, String> each : classPaths.entrySet()) {
                starts.computeIfAbsent(each.getKey(), contender -> new ArrayList<>())
                        .add(start(each.getKey(), each.getValue()));
            }
        }
        return starts;
    }

    private static Start start(Contenders contender, String classPath) throws IOException {
        String[] figures = FirstErrorProcess.run(contender, classPath).get(0).split(" ", 3);
        return new Start(Long.parseLong(figures[0]), Long.parseLong(figures[1]));
    }

    private static void print(Map<Contenders, List<Start>> starts) {
        System.out.println(
                "ms from the start of main to the first error: clock least, median; processor least, median");
        starts.forEach((contender, all) -> System.out.printf(
                "%-20s %7.1f %7.1f %7.1f %7.1f%n",
                contender,
                millis(all, Start::clock, 0),
                millis(all, Start::clock, all.size() / 2),
                millis(all, Start::processor, 0),
                millis(all, Start::processor, all.size() / 2)));
    }

    private static double millis(List<Start> starts, ToLongFunction<Start> figure, int rank) {
        return starts.stream().mapToLong(figure).sorted().skip(rank).findFirst().orElse(0) / 1_000.0;
    }
}
