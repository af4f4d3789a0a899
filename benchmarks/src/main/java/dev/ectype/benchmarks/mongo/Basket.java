package dev.ectype.benchmarks.mongo;

import java.util.List;
import java.util.stream.IntStream;
import org.bson.codecs.pojo.annotations.BsonId;

/** A list of a hundred records. */
public record Basket(@BsonId Integer id, List<Line> lines) {
    private static final int LINES = 100;
    static final Basket SAMPLE = new Basket(
            3,
            IntStream.range(0, LINES)
                    .mapToObj(i -> new Line("SKU-" + i, i + 1, i * 0.25))
                    .toList());

    /** An element. */
    public record Line(String sku, Integer quantity, Double price) {}
}
