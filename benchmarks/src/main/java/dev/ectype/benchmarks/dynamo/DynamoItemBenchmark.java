package dev.ectype.benchmarks.dynamo;

import static dev.ectype.benchmarks.dynamo.Parcels.PARCELS;

import dev.ectype.adapter.dynamo.DynamoTableSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item becomes a record, and a record an item. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class DynamoItemBenchmark {
    private static final int MANY = 200;

    /** How much is in an item: a key; five fields; lists and maps of 200. */
    @Param({"tiny", "small", "huge"})
    public String size = "tiny";

    private final TableSchema<Parcel> ectype =
            DynamoTableSchema.of(PARCELS.asSource(), Parcel.class, PARCELS::dumper, PARCELS::loader);
    private final TableSchema<Parcel> immutables = Immutables.schema();
    private final TableSchema<ParcelBean> beans = TableSchema.fromBean(ParcelBean.class);
    private Parcel parcel = new Parcel("p", null, null, null, null, null, null);
    private Map<String, AttributeValue> item = Map.of();
    private ParcelBean bean = new ParcelBean();

    /** Makes the item. */
    @Setup
    public void prepare() {
        if (!size.equals("tiny")) {
            List<String> tags = new ArrayList<>();
            Map<String, Integer> sizes = new LinkedHashMap<>();
            for (int i = 0; i < (size.equals("huge") ? MANY : 0); i++) {
                tags.add("tag " + i);
                sizes.put("size " + i, i);
            }
            boolean huge = size.equals("huge");
            parcel = new Parcel("p", "a parcel", 5, 1_000_000L, true, huge ? tags : null, huge ? sizes : null);
        }
        item = ByHand.write(parcel);
        bean = beans.mapToItem(item);
    }

    /** Reads by a schema of ours. */
    @Benchmark
    public Parcel readEctype() {
        return ectype.mapToItem(item);
    }

    /** Reads by hand. */
    @Benchmark
    public Parcel readByHand() {
        return ByHand.read(item);
    }

    /** Reads by the schema of immutable items. */
    @Benchmark
    public Parcel readStaticImmutable() {
        return immutables.mapToItem(item);
    }

    /** Reads by the bean schema. */
    @Benchmark
    public ParcelBean readBean() {
        return beans.mapToItem(item);
    }

    /** Writes by a schema of ours. */
    @Benchmark
    public Map<String, AttributeValue> writeEctype() {
        return ectype.itemToMap(parcel, true);
    }

    /** Writes by hand. */
    @Benchmark
    public Map<String, AttributeValue> writeByHand() {
        return ByHand.write(parcel);
    }

    /** Writes by the schema of immutable items. */
    @Benchmark
    public Map<String, AttributeValue> writeStaticImmutable() {
        return immutables.itemToMap(parcel, true);
    }

    /** Writes by the bean schema. */
    @Benchmark
    public Map<String, AttributeValue> writeBean() {
        return beans.itemToMap(bean, true);
    }
}
