package dev.ectype.adapter.mongo.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import dev.ectype.adapter.mongo.internal.codec.FinerTime;
import dev.ectype.adapter.mongo.internal.codec.Formats;
import dev.ectype.adapter.mongo.internal.codec.StoredTexts;
import dev.ectype.adapter.mongo.internal.source.MongoSource;
import dev.ectype.adapter.mongo.sample.Things;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Insert;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.types.stored.Row;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;

class BatchTest {
    private final MongoSource source = MongoSource.of(
            Things.source("things"),
            new Formats(FinerTime.REFUSE),
            StoredTexts.PLAIN,
            MongoClientSettings.getDefaultCodecRegistry());

    private Batch batch(List<Row> rows) {
        List<Insert> inserts = rows.stream()
                .map(row -> new Insert(source.source(), row, OnConflict.raise(), List.of(), CallOptions.NONE))
                .toList();
        Batch batch = new Batch(source, inserts);
        IntStream.range(0, rows.size()).forEach(i -> batch.add(i, rows.get(i)));
        return batch;
    }

    private static BsonDocument document(int id, String text) {
        return new BsonDocument("_id", new BsonInt32(id)).append("text", new BsonString(text));
    }

    @Test
    void aRowWithoutAStoredFormLeavesNothingAmongTheOthers() {
        Batch batch = batch(List.of(
                Things.row(1, Map.of("text", "a")),
                Things.row(2, Map.of("text", "b", "text2", "half a pair: \ud800")),
                Things.row(3, Map.of("text", "c"))));
        assertThat(batch.documents(batch.indexes())).isEqualTo(List.of(document(1, "a"), document(3, "c")));
        batch.setInserted(1);
        assertThat(batch.outcomes()[1]).isInstanceOf(WriteOutcome.Failed.class);
        assertThat(batch.outcomes()[2]).isInstanceOf(WriteOutcome.Written.class);
    }

    @Test
    void portionsHaveAsManyRowsAndBytesAsAServerTakes() {
        Batch batch = batch(IntStream.range(0, 100_001)
                .mapToObj(id -> Things.row(id, Map.of()))
                .toList());
        assertThat(batch.portions(batch.indexes(), 8 << 20))
                .extracting(List::size)
                .containsExactly(100_000, 1);
        int length = 14;
        assertThat(batch.portions(List.of(3, 1, 2), 2 * length)).containsExactly(List.of(3, 1), List.of(2));
        assertThat(batch.portions(List.of(3, 1), length - 1)).containsExactly(List.of(3), List.of(1));
        assertThat(batch.portions(List.of(), length)).isEmpty();
    }

    @Test
    void rowsThatAreTooLongForOneBufferAreWhole() {
        String megabytes = "x".repeat(5 << 20);
        Batch batch = batch(IntStream.range(0, 5)
                .mapToObj(id -> Things.row(id, Map.of("text", megabytes)))
                .toList());
        assertThat(batch.documents(List.of(4, 0)))
                .extracting(each -> each.getInt32("_id").getValue() + " "
                        + each.getString("text").getValue().equals(megabytes))
                .containsExactly("4 true", "0 true");
    }
}
