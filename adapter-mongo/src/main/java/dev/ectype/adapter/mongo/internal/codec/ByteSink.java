package dev.ectype.adapter.mongo.internal.codec;

import java.nio.charset.StandardCharsets;
import org.bson.BsonBinary;
import org.bson.BsonRegularExpression;
import org.bson.BsonType;
import org.bson.io.BsonOutput;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;

/**
 * Straight into the bytes. The driver's writer looks at its state with every call, and writes names and texts character by
 * character; formats end what they began, and names are encoded beforehand.
 */
final class ByteSink implements Sink {
    private static final int COMMON_INDEXES = 256;
    private static final Name[] INDEXES = indexes();

    private final BsonOutput output;
    private byte[] name = new byte[0];
    private int level;

    ByteSink(BsonOutput output) {
        this.output = output;
    }

    private static Name[] indexes() {
        Name[] indexes = new Name[COMMON_INDEXES];
        for (int i = 0; i < indexes.length; i++) {
            indexes[i] = Name.of(Integer.toString(i));
        }
        return indexes;
    }

    @Override
    public void name(Name next) {
        name = next.bytes();
    }

    @Override
    public void index(int index) {
        name(index < INDEXES.length ? INDEXES[index] : Name.of(Integer.toString(index)));
    }

    private void start(BsonType type) {
        output.writeByte(type.getValue());
        output.writeBytes(name);
    }

    @Override
    public void nothing() {
        start(BsonType.NULL);
    }

    @Override
    public void text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        start(BsonType.STRING);
        output.writeInt32(utf8.length + 1);
        output.writeBytes(utf8);
        output.writeByte(0);
    }

    @Override
    public void bool(boolean value) {
        start(BsonType.BOOLEAN);
        output.writeByte(value ? 1 : 0);
    }

    @Override
    public void int32(int value) {
        start(BsonType.INT32);
        output.writeInt32(value);
    }

    @Override
    public void int64(long value) {
        start(BsonType.INT64);
        output.writeInt64(value);
    }

    @Override
    public void float64(double value) {
        start(BsonType.DOUBLE);
        output.writeInt64(Double.doubleToRawLongBits(value));
    }

    @Override
    public void decimal(Decimal128 value) {
        start(BsonType.DECIMAL128);
        output.writeInt64(value.getLow());
        output.writeInt64(value.getHigh());
    }

    @Override
    public void moment(long millis) {
        start(BsonType.DATE_TIME);
        output.writeInt64(millis);
    }

    @Override
    public void binary(BsonBinary value) {
        start(BsonType.BINARY);
        output.writeInt32(value.getData().length);
        output.writeByte(value.getType());
        output.writeBytes(value.getData());
    }

    @Override
    public void objectId(ObjectId value) {
        start(BsonType.OBJECT_ID);
        output.writeObjectId(value);
    }

    @Override
    public void pattern(BsonRegularExpression value) {
        start(BsonType.REGULAR_EXPRESSION);
        output.writeCString(value.getPattern());
        output.writeCString(value.getOptions());
    }

    @Override
    public int startDocument() {
        start(BsonType.DOCUMENT);
        return startRoot();
    }

    /** Starts the outermost document, which has neither type nor name. */
    int startRoot() {
        level = Sink.below(level);
        int start = output.getPosition();
        output.writeInt32(0);
        return start;
    }

    @Override
    public void endDocument(int start) {
        level--;
        output.writeByte(0);
        output.writeInt32(start, output.getPosition() - start);
    }

    @Override
    public int startList() {
        start(BsonType.ARRAY);
        return startRoot();
    }

    @Override
    public void endList(int start) {
        endDocument(start);
    }
}
