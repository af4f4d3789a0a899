package dev.ectype.benchmarks.memory;

import static dev.ectype.benchmarks.memory.Members.MEMBERS;

import dev.ectype.query.Query;
import dev.ectype.query.jooq.ConditionTranslator;
import java.util.concurrent.TimeUnit;
import org.jooq.Condition;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A condition of five terms: what jOOQ's tree of it costs, and what its translation. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class TranslateBenchmark {
    private final ConditionTranslator translator = new ConditionTranslator(MEMBERS);
    private final Condition condition = say();

    private static Condition say() {
        return MEMBERS.team
                .eq("team 7")
                .and(MEMBERS.score.ge(18))
                .and(MEMBERS.balance.lt(1_000L).or(MEMBERS.active.eq(true)))
                .and(MEMBERS.name.startsWith("member 1"));
    }

    /** To the predicates that adapters see. */
    @Benchmark
    public Object translate() {
        return translator.condition(condition);
    }

    /** Said in jOOQ's terms and put into a query, which translates it. */
    @Benchmark
    public Object sayAndTranslate() {
        return Query.from(MEMBERS).where(say());
    }
}
