package dev.ectype.benchmarks.mongo;

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

/** One document: from its bytes to a record, and back. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class CodecBenchmark {

    /** Whose way. */
    @Param
    Mappers mapper = Mappers.ECTYPE;

    private Prepared<Item> flat = Prepared.of(mapper, Kind.ITEM);
    private Prepared<Parcel> nested = Prepared.of(mapper, Kind.PARCEL);
    private Prepared<Basket> list = Prepared.of(mapper, Kind.BASKET);

    private static final class Prepared<T> {
        private final Mapper<T> way;
        private final T value;
        private final byte[] bytes;

        private Prepared(Mapper<T> way, T value) {
            this.way = way;
            this.value = value;
            this.bytes = way.write(value);
        }

        static <T> Prepared<T> of(Mappers whose, Kind<T> kind) {
            return new Prepared<>(whose.of(kind), kind.sample());
        }

        Object read() {
            return way.read(bytes);
        }

        Object write() {
            return way.write(value);
        }
    }

    /** Makes the mappers. */
    @Setup
    public void prepare() {
        flat = Prepared.of(mapper, Kind.ITEM);
        nested = Prepared.of(mapper, Kind.PARCEL);
        list = Prepared.of(mapper, Kind.BASKET);
    }

    /** Ten plain fields. */
    @Benchmark
    public Object readFlat() {
        return flat.read();
    }

    /** Ten plain fields. */
    @Benchmark
    public Object writeFlat() {
        return flat.write();
    }

    /** Records three deep. */
    @Benchmark
    public Object readNested() {
        return nested.read();
    }

    /** Records three deep. */
    @Benchmark
    public Object writeNested() {
        return nested.write();
    }

    /** A list of a hundred records. */
    @Benchmark
    public Object readList() {
        return list.read();
    }

    /** A list of a hundred records. */
    @Benchmark
    public Object writeList() {
        return list.write();
    }
}
