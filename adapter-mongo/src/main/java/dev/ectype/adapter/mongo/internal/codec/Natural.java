package dev.ectype.adapter.mongo.internal.codec;

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
import org.bson.BsonType;
import org.jspecify.annotations.Nullable;

/** Reads a stored value as what it is, without a field's kind to go by. */
final class Natural {
    private static final int UUID_BYTES = 16;

    private Natural() {}

    static Object read(Intake intake, BsonType type) {
        return switch (type) {
            case STRING -> intake.text();
            case INT32 -> intake.int32();
            case INT64 -> intake.int64();
            case DOUBLE -> intake.float64();
            case BOOLEAN -> intake.bool();
            case DATE_TIME -> Instant.ofEpochMilli(intake.moment());
            case DECIMAL128 -> Decimals.loadAny(intake.decimal());
            case BINARY -> binary(intake.binary());
            case ARRAY -> list(intake);
            case DOCUMENT -> Tagged.readDocument(intake);
            case SYMBOL -> intake.symbol();
            default -> throw new Unreadable("a value of the BSON type " + type);
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

    /** Reads a value of a format, or null. */
    static @Nullable Object readNullable(Format format, Intake intake) {
        return intake.passesNull() ? null : format.read(intake, intake.type());
    }

    private static @Nullable Object readNullable(Intake intake) {
        return intake.passesNull() ? null : read(intake, intake.type());
    }

    static Map<String, @Nullable Object> restOfMap(Intake intake, int end, String firstName) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put(MapKeys.unescape(firstName), readNullable(intake));
        while (intake.hasNext(end)) {
            String key = MapKeys.unescape(intake.name());
            map.put(key, readNullable(intake));
        }
        intake.endDocument(end);
        return Collections.unmodifiableMap(map);
    }

    private static List<@Nullable Object> list(Intake intake) {
        List<@Nullable Object> list = new ArrayList<>();
        int end = intake.startList();
        while (intake.hasNext(end)) {
            intake.index();
            list.add(readNullable(intake));
        }
        intake.endList(end);
        return Collections.unmodifiableList(list);
    }
}
