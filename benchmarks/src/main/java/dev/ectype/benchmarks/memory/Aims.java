package dev.ectype.benchmarks.memory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs all benchmarks of this package and the insertion, in some six minutes, and holds the figures against the aims. */
public final class Aims {
    private static final int ALLOWED = 3;
    private static final int MICROSECOND = 1_000;

    private final Map<String, Double> scores = new HashMap<>();

    private Aims() {}

    /** Takes no arguments. */
    public static void main(String[] args) throws RunnerException, IOException, InterruptedException {
        Aims aims = new Aims();
        String all = Aims.class.getPackageName().replace(".", "\\.") + "\\..*";
        new Runner(new OptionsBuilder().include(all).shouldFailOnError(true).build())
                .run()
                .forEach(aims::add);
        aims.print();
        insert();
    }

    private void add(RunResult result) {
        String benchmark = result.getParams().getBenchmark();
        StringBuilder name = new StringBuilder(benchmark.substring(benchmark.lastIndexOf('.') + 1));
        for (String param : result.getParams().getParamsKeys()) {
            name.append(' ').append(result.getParams().getParam(param));
        }
        scores.merge(name.toString(), result.getPrimaryResult().getScore(), (first, other) -> {
            throw new IllegalStateException("two benchmarks are called " + name);
        });
    }

    private void print() {
        compare("a key", "byKey ECTYPE", "byKey ROWS_BY_HAND", ALLOWED);
        compare("a hundred rows by an index", "byIndex ECTYPE", "byIndex ROWS_BY_HAND", ALLOWED);
        compare("a hundred rows by an index", "byIndex ECTYPE", "byIndex CQENGINE", 1);
        compare("a range in order", "firstOfRange ECTYPE", "firstOfRange CQENGINE", 1);
        compare("one reader and two, by key", "byKeyOne", "byKeyTwo", 1);
        compare("one reader and two, by index", "byIndexOne", "byIndexTwo", 1);
        System.out.printf("%-56s %8.0f ns of %d%n", "to translate five terms", score("translate"), MICROSECOND);
        for (Asked asked : new Asked[] {Asked.FEW, Asked.ALL_OVER}) {
            compareGrowth(asked, Stores.ECTYPE);
            compareGrowth(asked, Stores.ROWS_BY_HAND);
        }
    }

    private void compareGrowth(Asked asked, Stores store) {
        String tables = "byKey " + asked + " %d " + store;
        String what = "a key of 1,000,000 and of 10,000: " + asked + " " + store;
        compare(what, tables.formatted(1_000_000), tables.formatted(10_000), 1);
    }

    private double score(String benchmark) {
        return Objects.requireNonNull(scores.get(benchmark), benchmark);
    }

    private void compare(String what, String one, String other, int allowed) {
        double ours = score(one);
        double theirs = score(other);
        System.out.printf(
                "%-56s %10.1f to %10.1f: %5.2f, at most %d is the aim%n", what, ours, theirs, ours / theirs, allowed);
    }

    private static void insert() throws IOException, InterruptedException {
        int exit = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx3g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Insertion.class.getName())
                .inheritIO()
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("the insertion ended with " + exit);
        }
    }
}
