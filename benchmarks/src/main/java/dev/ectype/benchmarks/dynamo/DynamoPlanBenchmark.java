package dev.ectype.benchmarks.dynamo;

import static dev.ectype.benchmarks.dynamo.Parcels.PARCELS;

import dev.ectype.adapter.dynamo.DynamoAdapter;
import dev.ectype.adapter.dynamo.DynamoServer;
import dev.ectype.query.Query;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.QueryRequest;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import software.amazon.awssdk.enhanced.dynamodb.Expression;

/** Five conditions become an expression with its names and values, or a plan; nothing is sent. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class DynamoPlanBenchmark {
    private final DynamoAdapter adapter =
            DynamoAdapter.connect(DynamoServer.emulatorAt(URI.create("http://localhost:1")));
    private final QueryRequest request = Query.from(PARCELS)
            .where(PARCELS.name
                    .eq("a")
                    .and(PARCELS.count.ge(5))
                    .and(PARCELS.weight.ne(7L))
                    .and(PARCELS.paid.isNotNull())
                    .and(PARCELS.id.startsWith("p")))
            .request();

    /** Writes one expression of all conditions, with a placeholder for each name and value. */
    @Benchmark
    public Expression buildFiveTerms() {
        return adapter.expression(request);
    }

    /** Plans: which access path, who does what. */
    @Benchmark
    public PushDown planFiveTerms() {
        return adapter.plan(request);
    }

    /** Plans, and tells readers of the plan. */
    @Benchmark
    public String planAndExplainFiveTerms() {
        return adapter.plan(request).plan().explain();
    }
}
