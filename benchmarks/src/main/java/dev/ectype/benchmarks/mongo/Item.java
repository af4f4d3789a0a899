package dev.ectype.benchmarks.mongo;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;

/** Ten plain fields. */
@SuppressWarnings("checkstyle:RecordComponentNumber") // ten fields are what is measured
public record Item(
        @BsonId Integer id,
        String name,
        String sku,
        String brand,
        String note,
        Long stock,
        Double weight,
        Boolean active,
        Instant added,
        Integer shelf) {
    static final Item SAMPLE = new Item(
            42,
            "Hexagonal screw",
            "HX-12-80",
            "Ironworks",
            "zinc plated, for outdoor use",
            12_500L,
            0.018,
            true,
            Instant.ofEpochMilli(1_700_000_000_123L),
            7);

    /** Returns the same under another key. */
    Item numbered(int key) {
        return new Item(key, name, sku, brand, note, stock, weight, active, added, shelf);
    }
}
