package dev.ectype.adapter.mongo.internal.codec;

import java.util.Arrays;
import org.bson.BsonBinary;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinarySubType;
import org.bson.BsonRegularExpression;
import org.bson.BsonSerializationException;
import org.bson.BsonType;
import org.bson.io.BsonInput;
import org.bson.io.BsonInputMark;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Straight from the bytes. The driver's reader looks at its state with every call, and makes a text of each name; most
 * names are those that are expected, and are only compared.
 */
final class ByteIntake implements Intake {
    private static final int OBJECT_ID_BYTES = 12;
    private static final int EMPTY_BYTES = 5;
    private static final int COMMON_NAME_BYTES = 32;

    private final BsonInput input;
    private BsonType type = BsonType.END_OF_DOCUMENT;
    private byte[] scratch = new byte[COMMON_NAME_BYTES];

    ByteIntake(BsonInput input) {
        this.input = input;
    }

    /** Has a reader begin a document, and returns what questions about it must be given; the reader is to end it. */
    static int start(BsonBinaryReader reader) {
        BsonInput input = reader.getBsonInput();
        BsonInputMark before = input.getMark(Integer.MAX_VALUE);
        int position = input.getPosition();
        reader.readStartDocument();
        int start = input.getPosition() - Integer.BYTES;
        before.reset();
        input.skip(start - position);
        return start + input.readInt32();
    }

    @Override
    public int startDocument() {
        int start = input.getPosition();
        return start + input.readInt32();
    }

    @Override
    public boolean hasNext(int end) {
        if (input.getPosition() >= end - 1) {
            return false;
        }
        int value = input.readByte();
        BsonType next = BsonType.findByValue(value);
        if (next == null || next == BsonType.END_OF_DOCUMENT) {
            throw new BsonSerializationException("Found a value of the unknown type " + value);
        }
        type = next;
        return true;
    }

    @Override
    public BsonType type() {
        return type;
    }

    @Override
    public String name() {
        return input.readCString();
    }

    @Override
    public @Nullable String nameOtherThan(Name expected) {
        byte[] bytes = expected.bytes();
        BsonInputMark before = input.getMark(Integer.MAX_VALUE);
        if (input.getRemaining() >= bytes.length && isNext(bytes)) {
            return null;
        }
        before.reset();
        return input.readCString();
    }

    private boolean isNext(byte[] bytes) {
        if (bytes.length > scratch.length) {
            scratch = new byte[bytes.length];
        }
        input.readBytes(scratch, 0, bytes.length);
        return Arrays.equals(scratch, 0, bytes.length, bytes, 0, bytes.length);
    }

    @Override
    public void index() {
        input.skipCString();
    }

    @Override
    public void skip() {
        switch (type) {
            case NULL, UNDEFINED, MIN_KEY, MAX_KEY -> {}
            case BOOLEAN -> input.skip(1);
            case INT32 -> input.skip(Integer.BYTES);
            case INT64, DOUBLE, DATE_TIME, TIMESTAMP -> input.skip(Long.BYTES);
            case DECIMAL128 -> input.skip(2 * Long.BYTES);
            case OBJECT_ID -> input.skip(OBJECT_ID_BYTES);
            case STRING, SYMBOL, JAVASCRIPT -> input.skip(size(1));
            case BINARY -> input.skip(size(0) + 1);
            case DB_POINTER -> input.skip(size(1) + OBJECT_ID_BYTES);
            case DOCUMENT, ARRAY, JAVASCRIPT_WITH_SCOPE -> input.skip(size(EMPTY_BYTES) - Integer.BYTES);
            case REGULAR_EXPRESSION -> {
                input.skipCString();
                input.skipCString();
            }
            case END_OF_DOCUMENT -> throw new IllegalStateException("there is no value");
        }
    }

    @Override
    public void endDocument(int end) {
        require(input.getPosition() == end - 1 && input.readByte() == 0, "A document does not end where it says");
    }

    private int size(int least) {
        int size = input.readInt32();
        require(size >= least, "Found a size that is too small");
        return size;
    }

    private static void require(boolean isSound, String otherwise) {
        if (!isSound) {
            throw new BsonSerializationException(otherwise);
        }
    }

    @Override
    public int startList() {
        return startDocument();
    }

    @Override
    public void endList(int end) {
        endDocument(end);
    }

    @Override
    public Runnable mark() {
        return input.getMark(Integer.MAX_VALUE)::reset;
    }

    @Override
    public String text() {
        return input.readString();
    }

    @Override
    public String symbol() {
        return input.readString();
    }

    @Override
    public boolean bool() {
        byte value = input.readByte();
        require(value == 0 || value == 1, "Found a truth value that is neither true nor false");
        return value == 1;
    }

    @Override
    public int int32() {
        return input.readInt32();
    }

    @Override
    public long int64() {
        return input.readInt64();
    }

    @Override
    public double float64() {
        return input.readDouble();
    }

    @Override
    public Decimal128 decimal() {
        long low = input.readInt64();
        return Decimal128.fromIEEE754BIDEncoding(input.readInt64(), low);
    }

    @Override
    public long moment() {
        return input.readInt64();
    }

    @Override
    public BsonBinary binary() {
        int size = size(0);
        byte kind = input.readByte();
        if (kind == BsonBinarySubType.OLD_BINARY.getValue()) {
            size -= Integer.BYTES;
            require(size == input.readInt32(), "Found a binary value of two sizes");
        }
        require(size >= 0 && size <= input.getRemaining(), "A binary value does not end where it says");
        byte[] bytes = new byte[size];
        input.readBytes(bytes);
        return new BsonBinary(kind, bytes);
    }

    @Override
    public ObjectId objectId() {
        return input.readObjectId();
    }

    @Override
    public BsonRegularExpression pattern() {
        String pattern = input.readCString();
        return new BsonRegularExpression(pattern, input.readCString());
    }
}
