package dev.ectype.adapter.mongo.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.adapter.mongo.sample.RandomThings;
import dev.ectype.adapter.mongo.sample.Things;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import dev.ectype.types.stored.Storage.Scalar;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinarySubType;
import org.bson.BsonBinaryWriter;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDbPointer;
import org.bson.BsonDecimal128;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDouble;
import org.bson.BsonElement;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonJavaScript;
import org.bson.BsonJavaScriptWithScope;
import org.bson.BsonMaxKey;
import org.bson.BsonMinKey;
import org.bson.BsonNull;
import org.bson.BsonObjectId;
import org.bson.BsonRegularExpression;
import org.bson.BsonString;
import org.bson.BsonSymbol;
import org.bson.BsonTimestamp;
import org.bson.BsonType;
import org.bson.BsonUndefined;
import org.bson.BsonValue;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

/** What is read straight from the bytes is what the driver's reader finds there. */
class IntakeTest {
    private static final int ROWS = 1_000;
    private static final RowFormat FORMAT = format(Things.LAYOUT, List.of(0));

    private static final List<BsonValue> EVERY_TYPE = List.of(
            new BsonDouble(1.5),
            new BsonString("text \u00e9 \ud83d\ude00"),
            new BsonDocument("a", new BsonInt32(1)),
            new BsonArray(List.of(new BsonInt32(1), new BsonArray())),
            new BsonBinary(new byte[] {1, 2}),
            new BsonBinary(BsonBinarySubType.OLD_BINARY, new byte[] {1, 2}),
            new BsonUndefined(),
            new BsonObjectId(new ObjectId("0123456789abcdef01234567")),
            BsonBoolean.TRUE,
            new BsonDateTime(5),
            BsonNull.VALUE,
            new BsonRegularExpression("a+", "i"),
            new BsonDbPointer("a.b", new ObjectId()),
            new BsonJavaScript("1"),
            new BsonSymbol("s"),
            new BsonJavaScriptWithScope("1", new BsonDocument("a", new BsonInt32(1))),
            new BsonInt32(1),
            new BsonTimestamp(1, 2),
            new BsonInt64(1),
            new BsonDecimal128(Decimal128.parse("1.50")),
            new BsonMinKey(),
            new BsonMaxKey());

    private final long seed = System.nanoTime();
    private final RandomThings things = new RandomThings(seed);

    private static RowFormat format(Layout layout, List<Integer> key) {
        return new Formats(FinerTime.REFUSE).root(layout, key, StoredTexts.PLAIN);
    }

    private static byte[] bytes(BsonDocument document) {
        BasicOutputBuffer buffer = new BasicOutputBuffer();
        new BsonDocumentCodec()
                .encode(
                        new BsonBinaryWriter(buffer),
                        document,
                        EncoderContext.builder().build());
        return buffer.toByteArray();
    }

    private static BsonDocument document(RowFormat format, Row row) {
        return format.toBson(row).asDocument();
    }

    private static Row straight(RowFormat format, byte[] bytes) {
        return format.read(new BsonBinaryReader(ByteBuffer.wrap(bytes)));
    }

    private void check(RowFormat format, BsonDocument document) {
        assertThat(straight(format, bytes(document)))
                .as("seed %d, %s", seed, document)
                .isEqualTo(format.read(new BsonDocumentReader(document)));
    }

    @Test
    void rowsOfEveryKindAreTheSame() {
        IntStream.range(0, ROWS).mapToObj(things::row).forEach(row -> check(FORMAT, document(FORMAT, row)));
    }

    @Test
    void fieldsInAnyOrderAndAmongOthersAreTheSame() {
        Random random = new Random(seed);
        for (int i = 0; i < ROWS; i++) {
            BsonDocument stored = document(FORMAT, things.row(i));
            List<BsonElement> elements = new ArrayList<>();
            stored.forEach((name, value) -> elements.add(new BsonElement(name, value)));
            for (int other = 0; other < 4; other++) {
                String name = List.of("tex", "textual", "t", "").get(other);
                elements.add(new BsonElement(name, EVERY_TYPE.get(random.nextInt(EVERY_TYPE.size()))));
            }
            Collections.shuffle(elements, random);
            check(FORMAT, new BsonDocument(elements));
        }
    }

    @Test
    void keysOfSeveralPartsAreTheSame() {
        RowFormat format = format(Things.LAYOUT, List.of(0, Things.LAYOUT.indexOfSource("text")));
        BsonDocument stored = document(format, Things.row(1, Map.of("text", "a", "int32", 3)));
        check(format, stored);
        check(format, new BsonDocument("text", new BsonString("of another")).append("int32", new BsonInt32(1)));
        assertThat(straight(format, bytes(stored)).get(Things.LAYOUT.indexOfSource("text")))
                .isEqualTo("a");
    }

    @Test
    void recordsOfOneOfSeveralKindsAreTheSame() {
        Layout circle = new Layout(List.of(new Layout.Slot("radius", "radius", Scalar.INT32)), "circle");
        Storage shape = new Storage.OneOf("kind", Map.of("circle", () -> circle));
        Layout layout = new Layout(
                List.of(new Layout.Slot("shape", "shape", shape), new Layout.Slot("after", "after", Scalar.TEXT)));
        RowFormat format = format(layout, List.of());
        check(format, document(format, Row.over(layout, new Object[] {Row.over(circle, new Object[] {3}), "x"})));
        check(format, BsonDocument.parse("{shape: {radius: 3, kind: 'circle'}, after: 'x'}"));
    }

    @Test
    void taggedValuesAndWhatFollowsThemAreTheSame() {
        check(FORMAT, BsonDocument.parse("{any: {'%type': 'date', v: {$date: 0}, more: [1], again: 1}, text2: 'x'}"));
        check(FORMAT, BsonDocument.parse("{any: {}, text2: 'x'}"));
    }

    @Test
    void aDocumentAmongOthersIsReadToItsEnd() {
        BsonDocument row = document(FORMAT, things.row(1));
        BsonDocument reply = new BsonDocument("batch", new BsonArray(List.of(row, row))).append("ok", new BsonInt32(1));
        try (BsonBinaryReader reader = new BsonBinaryReader(ByteBuffer.wrap(bytes(reply)))) {
            reader.readStartDocument();
            reader.readName("batch");
            reader.readStartArray();
            Row first = FORMAT.read(reader);
            assertThat(reader.readBsonType()).isEqualTo(BsonType.DOCUMENT);
            assertThat(FORMAT.read(reader)).isEqualTo(first);
            assertThat(reader.readBsonType()).isEqualTo(BsonType.END_OF_DOCUMENT);
            reader.readEndArray();
            assertThat(reader.readInt32("ok")).isEqualTo(1);
            reader.readEndDocument();
        }
    }

    @Test
    void brokenBytesAreRefusedWhereTheDriverRefusesThem() {
        Row row = Things.row(
                1,
                Map.of(
                        "text",
                        "a",
                        "boolean",
                        true,
                        "binary",
                        new byte[] {1},
                        "numbers",
                        List.of(1),
                        "map",
                        Map.of("a", 1)));
        BsonDocument stored = document(FORMAT, row);
        EVERY_TYPE.stream()
                .filter(value ->
                        value.getBsonType() != BsonType.JAVASCRIPT_WITH_SCOPE) // whose text the driver looks into
                .forEach(value -> stored.append("other" + value.getBsonType().getValue(), value));
        byte[] whole = bytes(stored);
        for (int at = 0; at < whole.length; at++) {
            for (int flip : new int[] {1, 2, 16, 0x55, 0x80}) {
                byte[] broken = whole.clone();
                broken[at] ^= (byte) flip;
                assertThat(outcome(() -> straight(FORMAT, broken)))
                        .as("%d at %d", flip, at)
                        .isEqualTo(outcome(() -> byReader(broken)));
            }
        }
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> straight(FORMAT, cut)).isInstanceOf(RuntimeException.class);
        }
    }

    private static Row byReader(byte[] bytes) {
        return (Row) FORMAT.read(new ReaderIntake(new BsonBinaryReader(ByteBuffer.wrap(bytes))), BsonType.DOCUMENT);
    }

    private static Object outcome(Supplier<Row> read) {
        try {
            return read.get();
        } catch (RuntimeException refused) {
            return "refused";
        }
    }
}
