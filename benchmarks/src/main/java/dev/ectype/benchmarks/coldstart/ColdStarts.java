package dev.ectype.benchmarks.coldstart;

import dev.ectype.benchmarks.validation.Contenders;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Starts processes one after another, by turns for each contender, and prints the least and the median of each. */
public final class ColdStarts {
    private static final int ROUNDS = 15;

    /** What one process told, in microseconds. */
    private record Start(long clock, long processor) {}

    private ColdStarts() {}

    /** Takes the number of rounds, 15 unless given. */
    public static void main(String[] args) throws IOException {
        int rounds = args.length == 0 ? ROUNDS : Integer.parseInt(args[0]);
        Map<Contenders, List<Start>> starts = new EnumMap<>(Contenders.class);
        for (int round = 0; round < rounds; round++) {
            for (Contenders contender : Contenders.values()) {
                starts.computeIfAbsent(contender, each -> new ArrayList<>()).add(start(contender));
            }
        }
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

    private static Start start(Contenders contender) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath(),
                        FirstError.class.getName(),
                        contender.name())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            if (line == null) {
                throw new IOException("the process for " + contender + " told nothing");
            }
            String[] figures = line.split(" ", 3);
            return new Start(Long.parseLong(figures[0]), Long.parseLong(figures[1]));
        }
    }

    /** Returns the class path with folders first, so that nobody pays for opening the archives of others. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .sorted(Comparator.comparing(entry -> entry.endsWith(".jar")))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
