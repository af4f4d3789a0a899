package dev.ectype.adapter.mongo.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import dev.ectype.adapter.mongo.internal.codec.FinerTime;
import dev.ectype.adapter.mongo.internal.codec.Formats;
import dev.ectype.adapter.mongo.internal.codec.StoredTexts;
import dev.ectype.adapter.mongo.internal.source.MongoSource;
import dev.ectype.adapter.mongo.internal.write.Updates;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.FieldPath.Position;
import dev.ectype.query.ir.FieldPath.Slot;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.Assignment.Operation;
import dev.ectype.spi.ElementUpdate;
import dev.ectype.spi.Source;
import dev.ectype.spi.change.RowChanges;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import dev.ectype.types.stored.Storage.Scalar;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Updates, as a real server carried them out on documents whose field is of its kind, or absent: what the toolkit means by them. */
class RecordedUpdatesTest {
    private static final Layout INSIDE = new Layout(List.of(
            new Layout.Slot("x", "x", Scalar.INT32),
            new Layout.Slot("n", "n", Scalar.INT32),
            new Layout.Slot("k", "k", Scalar.TEXT)));
    private static final Storage RECORD = new Storage.Embedded(() -> INSIDE);
    private static final Storage NUMBERS = new Storage.ListOf(Scalar.INT32);

    private static void assertMeant(Storage kind, Operation operation, @Nullable Object value) {
        assertMeant(kind, new Assignment(RecordedRows.path(kind), operation, value));
    }

    /** The server keeps its own answer to an assignment for each of several documents. */
    private static void assertMeant(Storage kind, Assignment assignment) {
        Layout layout = RecordedRows.layout(kind);
        MongoSource source = MongoSource.of(
                new Source("c", Optional.empty(), layout, List.of(0), List.of(), List.of()),
                new Formats(FinerTime.REFUSE),
                StoredTexts.PLAIN,
                MongoClientSettings.getDefaultCodecRegistry());
        Updates updates = Updates.of(source, List.of(assignment));
        BsonDocument update = updates.document();
        int checked = 0;
        for (BsonDocument one : Recorded.entries("update.json")) {
            BsonDocument before = one.getArray("before").isEmpty()
                    ? new BsonDocument()
                    : one.getArray("before").get(0).asDocument();
            Optional<Object> known = Neutral.of(before.get("v"), kind);
            boolean comparable = !before.containsKey("v") || known.isPresent();
            if (one.get("update").equals(update)
                    && one.getDocument("options", new BsonDocument()).equals(options(updates))
                    && comparable
                    && isPlaced(assignment, known)) {
                Row row = Row.over(layout, new Object[] {1, known.orElse(null)});
                BsonDocument after = one.getArray("after").get(0).asDocument();
                assertThat(Neutral.of(after.get("v"), kind).orElse(null))
                        .as("%s of %s", update, before)
                        .isEqualTo(
                                new RowChanges(List.of(assignment)).apply(row).get(1));
                checked++;
            }
        }
        assertThat(checked).as("recorded for %s", update).isGreaterThan(0);
    }

    private static BsonDocument options(Updates updates) {
        return updates.arrayFilters().isEmpty()
                ? new BsonDocument()
                : new BsonDocument("arrayFilters", new BsonArray(updates.arrayFilters()));
    }

    /** Where the list of a position is not there, the adapter sends nothing. */
    private static boolean isPlaced(Assignment assignment, Optional<Object> known) {
        boolean hasPosition = assignment.operation() == Operation.UPDATE_ELEMENTS
                || assignment.path().steps().stream().anyMatch(Position.class::isInstance);
        return !hasPosition || (known.isPresent() && !((List<?>) known.get()).isEmpty());
    }

    @Test
    void aListThatIsNotThereWouldBecomeADocument() {
        BsonDocument ofNothing = Recorded.entries("update.json").stream()
                .filter(one -> one.get("update").equals(BsonDocument.parse("{$set: {'v.0': 9}}")))
                .filter(one -> !one.getArray("before").get(0).asDocument().containsKey("v"))
                .findFirst()
                .orElseThrow();
        assertThat(ofNothing.getArray("after").get(0).asDocument().get("v")).isEqualTo(BsonDocument.parse("{'0': 9}"));
    }

    @Test
    void fieldsAreSetAndRemoved() {
        assertMeant(Scalar.INT32, Operation.SET, 1);
        assertMeant(RECORD, Operation.SET, Row.over(INSIDE, new Object[] {9, null, null}));
        for (Storage kind : List.of(Scalar.INT32, Scalar.TEXT, RECORD, NUMBERS)) {
            assertMeant(kind, Operation.SET, null);
        }
    }

    @Test
    void fieldsInsideAreSetAndRemoved() {
        FieldPath inside = RecordedRows.path(Scalar.INT32, new Slot("x", "x", 0));
        assertMeant(RECORD, Assignment.set(inside, 9));
        assertMeant(RECORD, Assignment.set(inside, null));
        FieldPath ofFirst = RecordedRows.path(Scalar.INT32, new Position(0), new Slot("n", "n", 1));
        assertMeant(new Storage.ListOf(RECORD), Assignment.set(ofFirst, 9));
    }

    @Test
    void elementsThatMeetAConditionAreUpdated() {
        FieldPath k = element(Scalar.TEXT, new Slot("k", "k", 2));
        FieldPath n = element(Scalar.INT32, new Slot("n", "n", 1));
        Predicate isX = new Predicate.Compare(k, Comparison.EQ, new Value("x", Scalar.TEXT, false));
        assertMeant(
                new Storage.ListOf(RECORD),
                Operation.UPDATE_ELEMENTS,
                new ElementUpdate(isX, List.of(Assignment.set(n, 9))));
    }

    private static FieldPath element(Storage kind, Slot slot) {
        return new FieldPath(List.of(slot), kind, false);
    }

    @Test
    void numbersGrow() {
        assertMeant(Scalar.INT32, Operation.INCREMENT, 1);
        assertMeant(Scalar.INT64, Operation.INCREMENT, 1L);
        assertMeant(Scalar.FLOAT64, Operation.INCREMENT, 0.5);
        assertMeant(Scalar.DECIMAL, Operation.INCREMENT, new BigDecimal("0.1"));
    }

    @Test
    void theLessAndTheGreaterAreKept() {
        assertMeant(Scalar.INT32, Operation.MIN, 0);
        assertMeant(Scalar.INT32, Operation.MAX, 5);
        assertMeant(Scalar.TEXT, Operation.MIN, "z");
    }

    @Test
    void listsGrow() {
        assertMeant(NUMBERS, Operation.PUSH, 9);
        assertMeant(NUMBERS, Operation.ADD_TO_SET, 2);
    }
}
