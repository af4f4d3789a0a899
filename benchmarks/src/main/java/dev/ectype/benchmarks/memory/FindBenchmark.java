package dev.ectype.benchmarks.memory;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A hundred thousand members: one by its key, a hundred by an index, twenty of a range in order. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class FindBenchmark {
    private static final int ROWS = 100_000;

    /** Whose way. */
    @Param
    Stores store = Stores.ECTYPE;

    private final Questions questions = Questions.random(ROWS, 1024);
    private MemberStore members = Stores.ECTYPE.of(List.of());

    /** Fills the store. */
    @Setup
    public void fill() {
        members = store.of(Member.all(ROWS));
    }

    /** Frees it. */
    @TearDown
    public void close() {
        members.close();
    }

    /** One member by its primary key. */
    @Benchmark
    public Object byKey() {
        return members.get(questions.id());
    }

    /** A hundred members by a value that they share. */
    @Benchmark
    public Object byIndex() {
        return members.ofTeam(questions.team(ROWS));
    }

    /** The first twenty of a thousand members whose scores lie in a range, in the order of their scores. */
    @Benchmark
    public Object firstOfRange() {
        return questions.firstOfRange(members);
    }
}
