package dev.ectype.adapter.mongo.internal.codec;

import org.bson.BsonBinary;
import org.bson.BsonRegularExpression;
import org.bson.BsonWriter;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;

/** By a writer of the driver, whatever it makes of it. */
final class WriterSink implements Sink {
    private final BsonWriter writer;
    private int level;

    WriterSink(BsonWriter writer) {
        this.writer = writer;
    }

    @Override
    public void name(Name name) {
        writer.writeName(name.text());
    }

    @Override
    public void index(int index) {
        // the writer counts
    }

    @Override
    public void nothing() {
        writer.writeNull();
    }

    @Override
    public void text(String value) {
        writer.writeString(value);
    }

    @Override
    public void bool(boolean value) {
        writer.writeBoolean(value);
    }

    @Override
    public void int32(int value) {
        writer.writeInt32(value);
    }

    @Override
    public void int64(long value) {
        writer.writeInt64(value);
    }

    @Override
    public void float64(double value) {
        writer.writeDouble(value);
    }

    @Override
    public void decimal(Decimal128 value) {
        writer.writeDecimal128(value);
    }

    @Override
    public void moment(long millis) {
        writer.writeDateTime(millis);
    }

    @Override
    public void binary(BsonBinary value) {
        writer.writeBinaryData(value);
    }

    @Override
    public void objectId(ObjectId value) {
        writer.writeObjectId(value);
    }

    @Override
    public void pattern(BsonRegularExpression value) {
        writer.writeRegularExpression(value);
    }

    @Override
    public int startDocument() {
        level = Sink.below(level);
        writer.writeStartDocument();
        return 0;
    }

    @Override
    public void endDocument(int start) {
        level--;
        writer.writeEndDocument();
    }

    @Override
    public int startList() {
        level = Sink.below(level);
        writer.writeStartArray();
        return 0;
    }

    @Override
    public void endList(int start) {
        level--;
        writer.writeEndArray();
    }
}
