package dev.ectype.adapter.mongo.internal.codec;

import dev.ectype.error.MappingException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.BsonBinary;
import org.bson.BsonBinarySubType;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.jspecify.annotations.Nullable;

/** Reads a stored value as what it is, without a field's kind to go by. */
final class Natural {
    private static final int UUID_BYTES = 16;

    private Natural() {}

    static Object read(BsonReader reader, BsonType type) {
        return switch (type) {
            case STRING -> reader.readString();
            case INT32 -> reader.readInt32();
            case INT64 -> reader.readInt64();
            case DOUBLE -> reader.readDouble();
            case BOOLEAN -> reader.readBoolean();
            case DATE_TIME -> Instant.ofEpochMilli(reader.readDateTime());
            case DECIMAL128 -> Decimals.loadAny(reader.readDecimal128());
            case BINARY -> binary(reader.readBinaryData());
            case ARRAY -> list(reader);
            case DOCUMENT -> Tagged.readDocument(reader);
            case SYMBOL -> reader.readSymbol();
            default -> throw unreadable("a value of the BSON type " + type);
        };
    }

    static Object binary(BsonBinary stored) {
        byte[] bytes = stored.getData();
        if (stored.getType() != BsonBinarySubType.UUID_STANDARD.getValue() || bytes.length != UUID_BYTES) {
            return bytes;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    static @Nullable Object readNullable(BsonReader reader) {
        BsonType type = reader.getCurrentBsonType();
        if (type == BsonType.NULL || type == BsonType.UNDEFINED) {
            reader.skipValue();
            return null;
        }
        return read(reader, type);
    }

    static Map<String, @Nullable Object> restOfMap(BsonReader reader, String firstName) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put(MapKeys.unescape(firstName), readNullable(reader));
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            String key = MapKeys.unescape(reader.readName());
            map.put(key, readNullable(reader));
        }
        reader.readEndDocument();
        return Collections.unmodifiableMap(map);
    }

    private static List<@Nullable Object> list(BsonReader reader) {
        List<@Nullable Object> list = new ArrayList<>();
        reader.readStartArray();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            list.add(readNullable(reader));
        }
        reader.readEndArray();
        return Collections.unmodifiableList(list);
    }

    static MappingException unreadable(String what) {
        return new MappingException(
                MappingException.Kind.DATA,
                "a stored value has no counterpart here: declare what the field holds, or leave it out of the schema",
                Map.of("store", "MongoDB", "found", what));
    }
}
