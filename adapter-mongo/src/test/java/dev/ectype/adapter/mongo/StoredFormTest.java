package dev.ectype.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import dev.ectype.adapter.mongo.MongoOptions.FinerTimes;
import dev.ectype.adapter.mongo.sample.Things;
import dev.ectype.adapter.mongo.server.TestServer;
import dev.ectype.error.MappingException;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Insert;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.spi.Source;
import dev.ectype.spi.Update;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonRegularExpression;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the store: the BSON of every kind, and what comes back. */
class StoredFormTest {
    private final String database = TestServer.newDatabase();
    private final Source source = Things.source("things");

    private MongoAdapter adapter(FinerTimes finer) {
        return MongoAdapter.over(TestServer.client(), database, MongoOptions.DEFAULTS.withFinerTimes(finer));
    }

    private MongoCollection<BsonDocument> collection() {
        return TestServer.client().getDatabase(database).getCollection("things", BsonDocument.class);
    }

    private static WriteOutcome insert(MongoAdapter adapter, Source source, Row row) {
        return adapter.insert(new Insert(source, row, OnConflict.raise(), List.of(), CallOptions.NONE));
    }

    private static Row read(MongoAdapter adapter, Source source) {
        QueryRequest all = new QueryRequest(source, List.of(), List.of(), Window.ALL);
        List<Integer> slots = IntStream.range(0, source.layout().size()).boxed().toList();
        try (RowCursor rows =
                adapter.scan(adapter.plan(all).plan(), new ScanSpec(slots, OptionalLong.empty(), CallOptions.NONE))) {
            return rows.next();
        }
    }

    @Test
    void everyKindIsStoredAsTheDocsSay() {
        MongoAdapter adapter = adapter(FinerTimes.REFUSE);
        Row row = Things.row(
                1,
                Map.ofEntries(
                        Map.entry("text", "t"),
                        Map.entry("int64", 5L),
                        Map.entry("integer", new BigInteger("12345678901234567890")),
                        Map.entry("decimal", new BigDecimal("1.50")),
                        Map.entry("date", LocalDate.of(2024, 2, 29)),
                        Map.entry("time", LocalTime.of(0, 0, 1)),
                        Map.entry("date_time", LocalDateTime.of(1970, 1, 1, 0, 0, 1)),
                        Map.entry("instant", Instant.ofEpochMilli(1234)),
                        Map.entry("duration", Duration.ofMillis(1500)),
                        Map.entry("uuid", new UUID(1, 2)),
                        Map.entry("binary", new byte[] {1}),
                        Map.entry("any", LocalDate.EPOCH),
                        Map.entry("map", Map.of("$a.b%", 1)),
                        Map.entry("place", Things.place("Athens", null, List.of("x")))));
        insert(adapter, source, row);
        BsonDocument stored = collection().find().first();
        BsonDocument expected = BsonDocument.parse("""
            {"_id": 1, "text": "t", "int64": {"$numberLong": "5"},
             "integer": {"$numberDecimal": "12345678901234567890"}, "decimal": {"$numberDecimal": "1.50"},
             "date": {"$date": "2024-02-29T00:00:00Z"}, "time": {"$numberLong": "1000000"},
             "date_time": {"$date": {"$numberLong": "1000"}}, "instant": {"$date": {"$numberLong": "1234"}},
             "duration": {"$numberDecimal": "1.500000000"},
             "any": {"%type": "date", "value": {"$date": {"$numberLong": "0"}}},
             "map": {"%24a%2Eb%25": 1}, "place": {"city": "Athens", "tags": ["x"]}}
            """);
        expected.append("uuid", new BsonBinary(new UUID(1, 2))).append("binary", new BsonBinary(new byte[] {1}));
        assertThat(stored).isEqualTo(expected);
        assertThat(read(adapter, source)).isEqualTo(row);
    }

    @Test
    void finerTimesAreRefusedOrCutAsDeclared() {
        Instant finer = Instant.ofEpochSecond(1, 123_456_000);
        Row row = Things.row(1, Map.of("instant", finer));
        assertThatThrownBy(() -> insert(adapter(FinerTimes.REFUSE), source, row))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("millisecond")
                .hasMessageContaining("field: instant");
        assertThat(collection().countDocuments()).isZero();
        MongoAdapter cutting = adapter(FinerTimes.TRUNCATE);
        insert(cutting, source, row);
        assertThat(read(cutting, source).get(Things.LAYOUT.indexOfSource("instant")))
                .isEqualTo(Instant.ofEpochMilli(1123));
    }

    @ParameterizedTest
    @EnumSource(FinerTimes.class)
    void whatIsBeyondTheTimeOfTheStoreIsRefusedByName(FinerTimes finer) {
        MongoAdapter adapter = adapter(finer);
        Map<String, Object> last = Map.of(
                "date",
                LocalDate.MAX,
                "instant",
                Instant.MAX.truncatedTo(ChronoUnit.SECONDS),
                "date_time",
                LocalDateTime.MIN,
                "any",
                Instant.MIN);
        last.forEach((field, value) -> {
            assertThatThrownBy(() -> insert(adapter, source, Things.row(1, Map.of(field, value))))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContaining("years from 1970")
                    .hasMessageContaining("field: " + field);
            FieldPath path = Things.path(field);
            Predicate before = new Predicate.Compare(path, Comparison.NE, Things.value(value, path.storage()));
            QueryRequest query = new QueryRequest(source, List.of(before), List.of(), Window.ALL);
            assertThat(adapter.plan(query).where()).hasSize(1);
        });
    }

    @Test
    void whatHasNoStoredFormIsRefusedByName() {
        MongoAdapter adapter = adapter(FinerTimes.REFUSE);
        assertThatThrownBy(() -> insert(
                        adapter, source, Things.row(1, Map.of("decimal", new BigDecimal("1." + "1".repeat(40))))))
                .hasMessageContaining("34 digits")
                .hasMessageContaining("field: decimal");
        assertThatThrownBy(() ->
                        insert(adapter, source, Things.row(1, Map.of("place", Things.place("\ud800", null, null)))))
                .hasMessageContaining("surrogate")
                .hasMessageContaining("field: place.city");
    }

    @Test
    void numbersOfOtherProgramsAreReadIfTheyAreTheSameNumber() {
        collection().insertOne(BsonDocument.parse("{_id: 1, int64: {$numberDouble: '5.0'}, decimal: 7, int32: 1.5}"));
        Row row = read(adapter(FinerTimes.REFUSE), source);
        assertThat(row.get(Things.LAYOUT.indexOfSource("int64"))).isEqualTo(5L);
        assertThat(row.get(Things.LAYOUT.indexOfSource("decimal"))).isEqualTo(new BigDecimal(7));
        assertThat(row.get(Things.LAYOUT.indexOfSource("int32"))).isEqualTo(1.5);
    }

    @Test
    void objectIdsAreTextsHereAndAreMadeForKeys() {
        Layout layout = new Layout(
                List.of(new Layout.Slot("id", "id", Scalar.TEXT), new Layout.Slot("author", "author", Scalar.TEXT)));
        Source posts = new Source(
                "things",
                Optional.empty(),
                layout,
                List.of(0),
                List.of(),
                List.of(MongoFields.objectIds("id", "author")));
        MongoAdapter adapter = adapter(FinerTimes.REFUSE);
        String author = "65a000000000000000000001";
        WriteOutcome outcome = adapter.insert(new Insert(
                posts,
                Row.over(layout, new Object[] {null, author}),
                OnConflict.raise(),
                List.of(0),
                CallOptions.NONE));
        BsonDocument stored = collection().find().first();
        assertThat(stored.getObjectId("author").getValue()).isEqualTo(new ObjectId(author));
        assertThat(((WriteOutcome.Written) outcome).row().orElseThrow().get(0))
                .isEqualTo(stored.getObjectId("_id").getValue().toHexString());
        assertThat(read(adapter, posts).get(1)).isEqualTo(author);
    }

    private static Source rules() {
        Layout layout = new Layout(
                List.of(new Layout.Slot("id", "id", Scalar.INT32), new Layout.Slot("rule", "rule", Scalar.TEXT)));
        return new Source(
                "things",
                Optional.empty(),
                layout,
                List.of(0),
                List.of(),
                List.of(MongoFields.NONE.and(MongoFields.regularExpressions("rule"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab+", "(?i)ab+", "(?im)^a.b$", "(?mi)a", "(?ii)a", "(?)a", "(?:x)", ""})
    void aPatternIsStoredAsARegularExpression(String pattern) {
        MongoAdapter adapter = adapter(FinerTimes.REFUSE);
        insert(adapter, rules(), Row.over(rules().layout(), new Object[] {1, pattern}));
        assertThat(collection().find().first().get("rule").isRegularExpression())
                .isTrue();
        assertThat(read(adapter, rules()).get(1)).isEqualTo(pattern);
    }

    @Test
    void theOptionsOfAPatternAreThoseOfTheStore() {
        MongoAdapter adapter = adapter(FinerTimes.REFUSE);
        insert(adapter, rules(), Row.over(rules().layout(), new Object[] {1, "(?i)ab+"}));
        assertThat(collection().find().first().getRegularExpression("rule"))
                .isEqualTo(new BsonRegularExpression("ab+", "i"));
    }

    @Test
    void aPatternIsOnlyTestedForNull() {
        MongoAdapter adapter = adapter(FinerTimes.REFUSE);
        FieldPath rule = new FieldPath(List.of(new FieldPath.Slot("rule", "rule", 1)), Scalar.TEXT, false);
        Value text = Things.value("ab+", Scalar.TEXT);
        List<Predicate> refused = List.of(
                new Predicate.Compare(rule, Comparison.EQ, text),
                new Predicate.In(rule, List.of(text)),
                new Predicate.Compare(rule, Comparison.EQ, rule));
        for (Predicate each : refused) {
            QueryRequest query = new QueryRequest(rules(), List.of(each), List.of(), Window.ALL);
            assertThat(adapter.plan(query).where().toString()).contains("does not compare regular expressions");
        }
        QueryRequest isNull = new QueryRequest(rules(), List.of(new Predicate.IsNull(rule)), List.of(), Window.ALL);
        assertThat(adapter.plan(isNull).isWhole()).isTrue();
    }

    @Test
    void aMapNeverBecomesAnOperator() {
        MongoAdapter adapter = adapter(FinerTimes.REFUSE);
        Row row = Things.row(1, Map.of("any", Map.of("$ne", 1, "a.b", new BsonInt32(2).getValue())));
        insert(adapter, source, row);
        assertThat(read(adapter, source)).isEqualTo(row);
    }

    @Test
    void anElementChangesInItsPlaceIfItIsStillThere() {
        MongoAdapter adapter = adapter(FinerTimes.REFUSE);
        List<Row> places = List.of(Things.place("Athens", 1, null), Things.place("Volos", 2, null));
        insert(adapter, source, Things.row(1, Map.of("places", places)));
        assertThat(adapter.update(zipOfSecond("Volos", 20))).isInstanceOf(WriteOutcome.Written.class);
        assertThat(adapter.update(zipOfSecond("Athens", 30))).isInstanceOf(WriteOutcome.Stale.class);
        assertThat(read(adapter, source))
                .isEqualTo(Things.row(1, Map.of("places", List.of(places.get(0), Things.place("Volos", 20, null)))));
    }

    @Test
    void anElementThatIsNotThereIsNotMade() {
        MongoAdapter adapter = adapter(FinerTimes.REFUSE);
        Row none = Things.row(1, Map.of("text", "a"));
        insert(adapter, source, none);
        Assignment ofSecond = Assignment.set(inSecond("zip"), 5);
        Update update = new Update(source, List.of(1), List.of(ofSecond), List.of(), List.of(), CallOptions.NONE);
        assertThatThrownBy(() -> adapter.update(update))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("an element that is not there")
                .hasMessageContaining("places.1.zip");
        QueryRequest all = new QueryRequest(source, List.of(), List.of(), Window.ALL);
        assertThatThrownBy(() -> adapter.updateAll(adapter.plan(all).plan(), List.of(ofSecond), CallOptions.NONE))
                .hasMessageContaining("an element that is not there");
        assertThat(read(adapter, source)).isEqualTo(none);
        Update ofNobody = new Update(source, List.of(9), List.of(ofSecond), List.of(), List.of(), CallOptions.NONE);
        assertThat(adapter.update(ofNobody)).isInstanceOf(WriteOutcome.Stale.class);
    }

    @ParameterizedTest
    @CsvSource({"int32, 2147483647, 1", "int32, -2147483648, -1", "int64, 9223372036854775807, 1"})
    void aNumberThatGrowsStaysInItsKind(String field, long number, int growth) {
        MongoAdapter adapter = adapter(FinerTimes.REFUSE);
        boolean small = field.equals("int32");
        Row full = Things.row(1, Map.of(field, small ? (Object) (int) number : (Object) number));
        insert(adapter, source, full);
        List<Assignment> grow = List.of(grown(field, small ? (Object) growth : (Object) (long) growth));
        assertThatThrownBy(() ->
                        adapter.update(new Update(source, List.of(1), grow, List.of(), List.of(), CallOptions.NONE)))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("does not fit the kind");
        QueryRequest all = new QueryRequest(source, List.of(), List.of(), Window.ALL);
        assertThatThrownBy(() -> adapter.updateAll(adapter.plan(all).plan(), grow, CallOptions.NONE))
                .hasMessageContaining("does not fit the kind");
        assertThat(read(adapter, source)).isEqualTo(full);
        List<Assignment> shrink = List.of(grown(field, small ? (Object) (-growth) : (Object) (long) -growth));
        assertThat(adapter.updateAll(adapter.plan(all).plan(), shrink, CallOptions.NONE))
                .isEqualTo(1);
    }

    @Test
    void anIntegerOfManyDigitsThatGrowsIsNotRounded() {
        MongoAdapter adapter = adapter(FinerTimes.REFUSE);
        BigInteger fives = new BigInteger("5".repeat(34));
        insert(adapter, source, Things.row(1, Map.of("integer", fives)));
        assertThatThrownBy(() -> adapter.update(growing(fives))).hasMessageContaining("does not fit the kind");
        assertThat(read(adapter, source)).isEqualTo(Things.row(1, Map.of("integer", fives)));
        adapter.update(growing(fives.negate()));
        assertThat(read(adapter, source)).isEqualTo(Things.row(1, Map.of("integer", BigInteger.ZERO)));
    }

    private Update growing(BigInteger growth) {
        List<Assignment> grow = List.of(grown("integer", growth));
        return new Update(source, List.of(1), grow, List.of(), List.of(), CallOptions.NONE);
    }

    private static Assignment grown(String field, Object growth) {
        return new Assignment(Things.path(field), Assignment.Operation.INCREMENT, growth);
    }

    @Test
    void elementsOfManyChangeAtOnce() {
        MongoAdapter adapter = adapter(FinerTimes.REFUSE);
        List<Row> places = List.of(Things.place("Athens", 1, null), Things.place("Volos", 2, null));
        insert(adapter, source, Things.row(1, Map.of("places", places)));
        QueryRequest all = new QueryRequest(source, List.of(), List.of(), Window.ALL);
        List<Assignment> changes = List.of(Assignment.set(inSecond("zip"), 5));
        assertThat(adapter.updateAll(adapter.plan(all).plan(), changes, CallOptions.NONE))
                .isEqualTo(1);
        assertThat(read(adapter, source))
                .isEqualTo(Things.row(1, Map.of("places", List.of(places.get(0), Things.place("Volos", 5, null)))));
    }

    private Update zipOfSecond(String city, int zip) {
        FieldPath known = inSecond("city");
        return new Update(
                source,
                List.of(1),
                List.of(Assignment.set(inSecond("zip"), zip)),
                List.of(new Predicate.Compare(known, Comparison.EQ, Things.value(city, Scalar.TEXT))),
                List.of(),
                CallOptions.NONE);
    }

    private static FieldPath inSecond(String name) {
        FieldPath field = Things.ofPlace(name);
        return new FieldPath(
                List.of(
                        Things.path("places").steps().get(0),
                        new FieldPath.Position(1),
                        field.steps().get(0)),
                field.storage(),
                false);
    }
}
