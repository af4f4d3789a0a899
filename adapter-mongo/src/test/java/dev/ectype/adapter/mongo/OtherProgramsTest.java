package dev.ectype.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import dev.ectype.adapter.mongo.sample.Things;
import dev.ectype.adapter.mongo.server.TestServer;
import dev.ectype.error.MappingException;
import dev.ectype.error.StoreException;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Delete;
import dev.ectype.spi.Insert;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.spi.Source;
import dev.ectype.spi.Update;
import dev.ectype.types.stored.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other programs stored: read where it means the same here, and otherwise an error that says where it stands. */
class OtherProgramsTest {
    private final Source source = Things.source("things");
    private final String database = TestServer.newDatabase();
    private final MongoAdapter adapter = MongoAdapter.over(TestServer.client(), database);

    private MongoCollection<BsonDocument> collection() {
        return TestServer.client().getDatabase(database).getCollection("things", BsonDocument.class);
    }

    private Row read(Predicate... conditions) {
        QueryRequest query = new QueryRequest(source, List.of(conditions), List.of(), Window.ALL);
        List<Integer> slots = IntStream.range(0, source.layout().size()).boxed().toList();
        try (RowCursor rows =
                adapter.scan(adapter.plan(query).plan(), new ScanSpec(slots, OptionalLong.empty(), CallOptions.NONE))) {
            return rows.next();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text | {text: {$timestamp: {t: 1, i: 1}}}",
                "decimal | {decimal: {$numberDecimal: 'NaN'}}",
                "place.city | {place: {city: {$minKey: 1}}}",
                "places.1.tags.0 | {places: [{}, {tags: [{$oid: '65a000000000000000000001'}]}]}",
                "map.k | {map: {k: {$regularExpression: {pattern: 'a', options: ''}}}}"
            })
    void whatHasNoCounterpartIsAnErrorThatSaysWhere(String path, String document) {
        collection().insertOne(BsonDocument.parse(document).append("_id", new BsonInt32(1)));
        MappingException failure = catchThrowableOfType(MappingException.class, this::read);
        assertThat(failure).hasMessageContaining("declare what the field holds");
        assertThat(failure.context()).containsEntry("field", path);
    }

    @Test
    void aKeyWithoutItsPartsIsAnErrorThatSaysWhere() {
        int text = Things.LAYOUT.indexOfSource("text");
        Source ofTwo = new Source("things", Optional.empty(), Things.LAYOUT, List.of(0, text), List.of(), List.of());
        collection().insertOne(BsonDocument.parse("{_id: 1}"));
        NativePlan all = adapter.plan(new QueryRequest(ofTwo, List.of(), List.of(), Window.ALL))
                .plan();
        ScanSpec key = new ScanSpec(List.of(0, text), OptionalLong.empty(), CallOptions.NONE);
        assertThat(catchThrowableOfType(
                                MappingException.class,
                                () -> adapter.scan(all, key).next())
                        .context())
                .containsEntry("field", "_id");
    }

    @Test
    void aWriteThatReturnsWhatHasNoCounterpartIsDone() {
        collection().insertOne(BsonDocument.parse("{_id: 1, text: {$minKey: 1}}"));
        List<Integer> text = List.of(Things.LAYOUT.indexOfSource("text"));
        Assignment change = Assignment.set(Things.path("int32"), 5);
        List<Supplier<?>> writes = List.of(
                () -> adapter.update(
                        new Update(source, List.of(1), List.of(change), List.of(), text, CallOptions.NONE)),
                () -> adapter.delete(new Delete(source, List.of(1), List.of(), text, CallOptions.NONE)));
        for (Supplier<?> write : writes) {
            StoreException failure = catchThrowableOfType(StoreException.class, write::get);
            assertThat(failure.outcome()).isEqualTo(StoreException.Outcome.DONE);
            assertThat(failure.getCause()).hasMessageContaining("field: text");
        }
        assertThat(collection().countDocuments()).isZero();
    }

    @Test
    void nullIsAbsentAndFieldsThatNobodyDeclaresArePassedOver() {
        collection().insertOne(BsonDocument.parse("""
            {_id: 1, text: null, place: {city: null, street: {$timestamp: {t: 1, i: 1}}}, more: {$minKey: 1},
             int64: {$numberInt: '5'}, int32: {$numberLong: '6'}}
            """));
        assertThat(read())
                .isEqualTo(Things.row(1, Map.of("place", Things.place(null, null, null), "int64", 5L, "int32", 6)));
    }

    @Test
    void whatIsFinerThanDeclaredIsNotCutOff() {
        collection().insertOne(BsonDocument.parse("""
            {_id: 1, date: {$date: '2024-02-28T22:00:00Z'}, duration: {$numberDecimal: '1.0000000001'}}
            """));
        assertThat(read())
                .isEqualTo(Things.row(
                        1,
                        Map.of(
                                "date",
                                Instant.parse("2024-02-28T22:00:00Z"),
                                "duration",
                                new BigDecimal("1.0000000001"))));
    }

    @Test
    void everyHintOfASourceCounts() {
        Source source = new Source(
                "things",
                Optional.empty(),
                Things.LAYOUT,
                List.of(0),
                List.of(),
                List.of(MongoFields.objectIds("text"), MongoFields.objectIds("text2")));
        String id = "65a000000000000000000001";
        adapter.insert(new Insert(
                source,
                Things.row(1, Map.of("text", id, "text2", id)),
                OnConflict.raise(),
                List.of(),
                CallOptions.NONE));
        assertThat(collection().find().first().get("text2").isObjectId()).isTrue();
    }

    @Test
    void aHintThatNamesNoFieldIsRefused() {
        Source misspelt = new Source(
                "things",
                source.prefix(),
                source.layout(),
                source.key(),
                List.of(),
                List.of(MongoFields.objectIds("texd")));
        assertThatThrownBy(() -> adapter.plan(new QueryRequest(misspelt, List.of(), List.of(), Window.ALL)))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("field: texd");
    }

    @Test
    void aConditionOfTheDriverFindsUuidsAsTheyAreStored() {
        collection().insertOne(BsonDocument.parse("{_id: 1}").append("uuid", new BsonBinary(new UUID(1, 2))));
        Predicate found = new Predicate.Native("MongoDB", Filters.eq("uuid", new UUID(1, 2)));
        assertThat(read(found)).isEqualTo(Things.row(1, Map.of("uuid", new UUID(1, 2))));
        assertThat(read(new Predicate.Native("MongoDB", Filters.eq("uuid", new UUID(2, 1)))))
                .isNull();
    }
}
