package dev.ectype.adapter.mongo.internal.codec;

import org.bson.BsonBinary;
import org.bson.BsonReader;
import org.bson.BsonRegularExpression;
import org.bson.BsonType;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** By a reader of the driver, whatever it reads. */
final class ReaderIntake implements Intake {
    private final BsonReader reader;

    ReaderIntake(BsonReader reader) {
        this.reader = reader;
    }

    @Override
    public int startDocument() {
        reader.readStartDocument();
        return 0;
    }

    @Override
    public boolean hasNext(int end) {
        return reader.readBsonType() != BsonType.END_OF_DOCUMENT;
    }

    @Override
    public BsonType type() {
        return reader.getCurrentBsonType();
    }

    @Override
    public String name() {
        return reader.readName();
    }

    @Override
    public @Nullable String nameOtherThan(Name expected) {
        String name = reader.readName();
        return name.equals(expected.text()) ? null : name;
    }

    @Override
    public void index() {
        // the reader passed over it
    }

    @Override
    public void skip() {
        reader.skipValue();
    }

    @Override
    public void endDocument(int end) {
        reader.readEndDocument();
    }

    @Override
    public int startList() {
        reader.readStartArray();
        return 0;
    }

    @Override
    public void endList(int end) {
        reader.readEndArray();
    }

    @Override
    public Runnable mark() {
        return reader.getMark()::reset;
    }

    @Override
    public String text() {
        return reader.readString();
    }

    @Override
    public String symbol() {
        return reader.readSymbol();
    }

    @Override
    public boolean bool() {
        return reader.readBoolean();
    }

    @Override
    public int int32() {
        return reader.readInt32();
    }

    @Override
    public long int64() {
        return reader.readInt64();
    }

    @Override
    public double float64() {
        return reader.readDouble();
    }

    @Override
    public Decimal128 decimal() {
        return reader.readDecimal128();
    }

    @Override
    public long moment() {
        return reader.readDateTime();
    }

    @Override
    public BsonBinary binary() {
        return reader.readBinaryData();
    }

    @Override
    public ObjectId objectId() {
        return reader.readObjectId();
    }

    @Override
    public BsonRegularExpression pattern() {
        return reader.readRegularExpression();
    }
}
