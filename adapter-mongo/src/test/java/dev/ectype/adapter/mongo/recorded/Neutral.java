package dev.ectype.adapter.mongo.recorded;

import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import dev.ectype.types.stored.Storage.Scalar;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** Recorded values as those of the toolkit, where they are of the kind that a field would have. */
final class Neutral {
    private Neutral() {}

    /** Returns the value of a kind; empty if there is none, or one of another kind. */
    static Optional<Object> of(@Nullable BsonValue stored, Storage kind) {
        return Optional.ofNullable(stored == null ? null : read(stored, kind));
    }

    private static @Nullable Object read(BsonValue stored, Storage kind) {
        if (kind instanceof Storage.ListOf list) {
            return stored.isArray() ? list(stored.asArray(), list.element()) : null;
        }
        if (kind instanceof Storage.MapOf map) {
            return stored.isDocument() ? map(stored.asDocument(), map.value()) : null;
        }
        if (kind instanceof Storage.Embedded embedded) {
            return stored.isDocument()
                    ? row(stored.asDocument(), embedded.layout().get())
                    : null;
        }
        return scalar(stored, (Scalar) kind);
    }

    private static @Nullable List<@Nullable Object> list(BsonArray stored, Storage element) {
        List<@Nullable Object> list = new ArrayList<>();
        for (BsonValue value : stored) {
            Object read = read(value, element);
            if (read == null && !value.isNull()) {
                return null;
            }
            list.add(read);
        }
        return list;
    }

    private static @Nullable Map<String, Object> map(BsonDocument stored, Storage element) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (String key : stored.keySet()) {
            Object read = read(stored.get(key), element);
            if (read == null) {
                return null;
            }
            map.put(key, read);
        }
        return map;
    }

    private static @Nullable Row row(BsonDocument stored, Layout layout) {
        @Nullable Object[] values = new Object[layout.size()];
        for (int i = 0; i < values.length; i++) {
            BsonValue value = stored.get(layout.slot(i).source(), BsonNull.VALUE);
            values[i] = read(value, layout.slot(i).storage());
            if (values[i] == null && !value.isNull()) {
                return null;
            }
        }
        return Row.over(layout, values);
    }

    private static @Nullable Object scalar(BsonValue stored, Scalar kind) {
        return switch (kind) {
            case TEXT -> stored.isString() ? stored.asString().getValue() : null;
            case INT32 -> stored.isInt32() ? stored.asInt32().getValue() : null;
            case INT64 -> stored.isInt64() ? stored.asInt64().getValue() : null;
            case BOOLEAN -> stored.isBoolean() ? stored.asBoolean().getValue() : null;
            case INSTANT ->
                stored.isDateTime() ? Instant.ofEpochMilli(stored.asDateTime().getValue()) : null;
            case FLOAT64 ->
                stored.isDouble() && Double.isFinite(stored.asDouble().getValue())
                        ? stored.asDouble().getValue()
                        : null;
            case DECIMAL -> decimal(stored);
            default -> stored.getBsonType() == BsonType.BINARY ? uuid(stored.asBinary()) : null;
        };
    }

    private static @Nullable BigDecimal decimal(BsonValue stored) {
        boolean finite =
                stored.isDecimal128() && stored.asDecimal128().getValue().isFinite();
        return finite ? new BigDecimal(stored.asDecimal128().getValue().toString()) : null;
    }

    private static @Nullable UUID uuid(BsonBinary stored) {
        ByteBuffer bytes = ByteBuffer.wrap(stored.getData());
        return stored.getType() == 4 ? new UUID(bytes.getLong(), bytes.getLong()) : null;
    }
}
