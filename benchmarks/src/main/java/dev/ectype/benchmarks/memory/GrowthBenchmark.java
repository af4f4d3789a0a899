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

/** One member by its key, out of ever more; {@link Growth} is for a machine that other programs keep busy. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class GrowthBenchmark {
    /** Whose way. */
    @Param({"ECTYPE", "ROWS_BY_HAND"})
    Stores store = Stores.ECTYPE;

    /** How many members there are. */
    @Param({"10000", "100000", "1000000"})
    int rows;

    /** Which keys are asked for. */
    @Param({"FEW", "ALL_OVER"})
    Asked asked = Asked.FEW;

    private Questions questions = asked.of(Member.OF_TEAM);
    private MemberStore members = Stores.ECTYPE.of(List.of());

    /** Fills the store. */
    @Setup
    public void fill() {
        questions = asked.of(rows);
        members = store.of(Member.all(rows));
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
}
