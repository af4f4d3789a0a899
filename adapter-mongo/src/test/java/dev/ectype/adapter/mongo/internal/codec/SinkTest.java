package dev.ectype.adapter.mongo.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.adapter.mongo.sample.RandomThings;
import dev.ectype.adapter.mongo.sample.Things;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.BsonBinaryWriter;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.junit.jupiter.api.Test;

/** The bytes that are written straight are those that the driver's writer makes. */
class SinkTest {
    private static final int ROWS = 2_000;

    private final long seed = System.nanoTime();
    private final RandomThings things = new RandomThings(seed);

    private static RowFormat format(Layout layout, List<Integer> key, FinerTime finer) {
        return new Formats(finer).root(layout, key, StoredTexts.PLAIN);
    }

    private static byte[] straight(RowFormat format, Row row) {
        BasicOutputBuffer buffer = new BasicOutputBuffer();
        format.write(buffer, row);
        return buffer.toByteArray();
    }

    private static byte[] byWriter(RowFormat format, Row row) {
        BasicOutputBuffer buffer = new BasicOutputBuffer();
        try (BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            writer.writeStartDocument();
            format.writeFields(new WriterSink(writer), row);
            writer.writeEndDocument();
        }
        return buffer.toByteArray();
    }

    private static byte[] byCodec(RowFormat format, Row row) {
        BasicOutputBuffer buffer = new BasicOutputBuffer();
        try (BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            new RowCodec(format).encode(writer, row, EncoderContext.builder().build());
        }
        return buffer.toByteArray();
    }

    private void check(RowFormat format, Row row) {
        assertThat(straight(format, row)).as("seed %d", seed).isEqualTo(byWriter(format, row));
        assertThat(byCodec(format, row)).as("seed %d", seed).isEqualTo(byWriter(format, row));
    }

    @Test
    void rowsOfEveryKindAreTheSameBytes() {
        for (FinerTime finer : FinerTime.values()) {
            RowFormat format = format(Things.LAYOUT, List.of(0), finer);
            IntStream.range(0, ROWS).mapToObj(things::row).forEach(row -> check(format, row));
        }
    }

    @Test
    void keysOfSeveralPartsAreTheSameBytes() {
        RowFormat format = format(Things.LAYOUT, List.of(0, Things.LAYOUT.indexOfSource("text")), FinerTime.REFUSE);
        check(format, Things.row(1, Map.of("text", "a", "int32", 3)));
    }

    @Test
    void recordsOfOneOfSeveralKindsAreTheSameBytes() {
        Layout circle = new Layout(List.of(new Layout.Slot("radius", "radius", Scalar.INT32)), "circle");
        Storage shape = new Storage.OneOf("kind", Map.of("circle", () -> circle));
        Layout layout = new Layout(List.of(new Layout.Slot("shape", "$shape.%", shape)));
        Row row = Row.over(layout, new Object[] {Row.over(circle, new Object[] {3})});
        check(format(layout, List.of(), FinerTime.REFUSE), row);
    }

    @Test
    void objectIdsAndPatternsAreTheSameBytes() {
        Layout layout = new Layout(
                List.of(new Layout.Slot("owner", "owner", Scalar.TEXT), new Layout.Slot("rule", "rule", Scalar.TEXT)));
        RowFormat format = new Formats(FinerTime.REFUSE)
                .root(layout, List.of(0), new StoredTexts(Set.of("owner"), Set.of("rule")));
        check(format, Row.over(layout, new Object[] {"0123456789abcdef01234567", "(?i)\u00e9+"}));
    }

    @Test
    void longListsAndTextsOfManyCharactersAreTheSameBytes() {
        List<Object> numbers = Collections.unmodifiableList(
                IntStream.range(0, 1_100).boxed().map(Object.class::cast).toList());
        String text = "zero \0, \u00e9\u07ff\u0800\uffff and \ud83d\ude00".repeat(100);
        check(
                format(Things.LAYOUT, List.of(0), FinerTime.REFUSE),
                Things.row(1, Map.of("numbers", numbers, "any", List.of(numbers, Map.of(text, text)), "text", text)));
    }

    @Test
    void namesWithAZeroAreRefusedInsteadOfCutShort() {
        assertThatThrownBy(() -> Name.of("a\0b")).isInstanceOf(IllegalArgumentException.class);
    }
}
