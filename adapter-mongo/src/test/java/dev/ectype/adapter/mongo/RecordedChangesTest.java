package dev.ectype.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import dev.ectype.adapter.mongo.internal.codec.FinerTime;
import dev.ectype.adapter.mongo.internal.codec.Formats;
import dev.ectype.adapter.mongo.internal.codec.StoredTexts;
import dev.ectype.adapter.mongo.internal.source.MongoSource;
import dev.ectype.adapter.mongo.recorded.Recorded;
import dev.ectype.spi.Source;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.junit.jupiter.api.Test;

/** What is made of the events that a real server put into a change stream. */
class RecordedChangesTest {
    private static final Layout LAYOUT = new Layout(List.of(
            new Layout.Slot("id", "id", Scalar.INT32),
            new Layout.Slot("v", "v", Scalar.INT32),
            new Layout.Slot("l", "l", new Storage.ListOf(Scalar.INT32))));
    private static final MongoSource SOURCE = MongoSource.of(
            new Source("c", Optional.empty(), LAYOUT, List.of(0), List.of(), List.of()),
            new Formats(FinerTime.REFUSE),
            StoredTexts.PLAIN,
            MongoClientSettings.getDefaultCodecRegistry());
    private static final Codec<ChangeStreamDocument<BsonDocument>> CODEC = codec();

    private static Codec<ChangeStreamDocument<BsonDocument>> codec() {
        return ChangeStreamDocument.createCodec(BsonDocument.class, SOURCE.registry());
    }

    private static List<MongoChange<Object>> changesOf(String action) {
        return Recorded.entries("changes.json").stream()
                .filter(entry -> entry.getString("action").getValue().startsWith(action))
                .flatMap(entry -> entry.getArray("events").stream())
                .map(event -> read(event.asDocument()))
                .map(event -> MongoChanges.change(SOURCE, event, RecordedChangesTest::values))
                .toList();
    }

    private static Object values(Row row) {
        return Arrays.asList(row.get(0), row.get(1), row.get(2));
    }

    private static ChangeStreamDocument<BsonDocument> read(BsonDocument event) {
        return CODEC.decode(
                new BsonDocumentReader(event), DecoderContext.builder().build());
    }

    @Test
    void anInsertionBringsItsRecord() {
        assertThat(changesOf("insertOne")).containsExactly(new MongoChange.Inserted<>("", Arrays.asList(1, 1, null)));
    }

    @Test
    void anUpdateSaysWhichPathsChangedOfWhichRecord() {
        assertThat(changesOf("updateOne $set"))
                .containsExactly(new MongoChange.Updated<>(
                        "", List.of(1), Set.of("a.b", "v"), Set.of(), Optional.of(Arrays.asList(1, 2, null))));
        assertThat(changesOf("updateOne $push"))
                .containsExactly(new MongoChange.Updated<>(
                        "", List.of(1), Set.of("l"), Set.of(), Optional.of(List.of(1, 2, List.of(1)))));
    }

    /** Servers of 5.0 and later tell so of lists; this was not recorded. */
    @Test
    void aListThatLostItsLastElementsHasChanged() {
        BsonDocument event = BsonDocument.parse("""
            {"_id": {"_data": "82"}, "operationType": "update", "ns": {"db": "shop", "coll": "c"},
             "documentKey": {"_id": 1}, "updateDescription": {"updatedFields": {"v": 2}, "removedFields": [],
             "truncatedArrays": [{"field": "l", "newSize": 1}]}}
            """);
        MongoChange<Object> change = MongoChanges.change(SOURCE, read(event), RecordedChangesTest::values);
        assertThat(((MongoChange.Updated<Object>) change).changed()).containsExactlyInAnyOrder("v", "l");
    }

    @Test
    void anUpdateToTheSameValuesIsNoChange() {
        assertThat(changesOf("updateOne, nothing changes")).isEmpty();
    }

    @Test
    void aReplacementBringsItsRecordAndARemovalItsKey() {
        assertThat(changesOf("replaceOne"))
                .containsExactly(new MongoChange.Replaced<>("", Arrays.asList(1, null, null)));
        assertThat(changesOf("deleteOne")).containsExactly(new MongoChange.Deleted<>("", List.of(1)));
    }

    @Test
    void aDroppedCollectionIsTheEnd() {
        assertThat(changesOf("drop"))
                .containsExactly(new MongoChange.Ended<>("", "drop"), new MongoChange.Ended<>("", "invalidate"));
    }
}
