package dev.ectype.benchmarks.memory;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** The same reads by one thread and by two, of one repo. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class ReadersBenchmark {
    private static final int ROWS = 100_000;

    private final MemberStore members = Stores.ECTYPE.of(Member.all(ROWS));

    /** Each thread asks for others. */
    @State(Scope.Thread)
    public static class Reader {
        private final Questions questions = Questions.random(ROWS, 1024);
    }

    /** Frees it. */
    @TearDown
    public void close() {
        members.close();
    }

    /** By key, one thread. */
    @Benchmark
    @Threads(1)
    public Object byKeyOne(Reader reader) {
        return members.get(reader.questions.id());
    }

    /** By key, two threads. */
    @Benchmark
    @Threads(2)
    public Object byKeyTwo(Reader reader) {
        return members.get(reader.questions.id());
    }

    /** By index, one thread. */
    @Benchmark
    @Threads(1)
    public Object byIndexOne(Reader reader) {
        return members.ofTeam(reader.questions.team(ROWS));
    }

    /** By index, two threads. */
    @Benchmark
    @Threads(2)
    public Object byIndexTwo(Reader reader) {
        return members.ofTeam(reader.questions.team(ROWS));
    }
}
