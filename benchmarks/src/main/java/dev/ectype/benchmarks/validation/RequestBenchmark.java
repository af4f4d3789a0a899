package dev.ectype.benchmarks.validation;

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
import org.openjdk.jmh.annotations.Warmup;

/** From the params of a request to a record, or to the texts of what is wrong. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RequestBenchmark {

    /** Which of the requests. */
    @Param
    Requests request = Requests.VALID;

    /** Whose way. */
    @Param
    Contenders contender = Contenders.ECTYPE;

    private Contender way = contender.make();

    /** Makes the contender. */
    @Setup
    public void prepare() {
        way = contender.make();
    }

    /** A request of eight fields. */
    @Benchmark
    public Object flat() {
        return way.signUp(request.signUp());
    }

    /** A request with two records in it, and two in each of these. */
    @Benchmark
    public Object nested() {
        return way.order(request.order());
    }
}
