package dev.ectype.adapter.ldap.internal.value;

import com.unboundid.util.json.JSONArray;
import com.unboundid.util.json.JSONBoolean;
import com.unboundid.util.json.JSONNull;
import com.unboundid.util.json.JSONObject;
import com.unboundid.util.json.JSONString;
import com.unboundid.util.json.JSONValue;
import dev.ectype.error.MappingException;
import dev.ectype.types.stored.Storage;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values of a column that takes any kind. What JSON has no kind for stands in an object of one field, whose name is the
 * kind; a map stands below {@code map}, so that it cannot be taken for one of those.
 */
final class AnyJson {
    private static final String MAP = "map";
    private static final Map<Class<?>, Storage.Scalar> KINDS = Map.ofEntries(
            Map.entry(Integer.class, Storage.Scalar.INT32),
            Map.entry(Long.class, Storage.Scalar.INT64),
            Map.entry(BigInteger.class, Storage.Scalar.INTEGER),
            Map.entry(Double.class, Storage.Scalar.FLOAT64),
            Map.entry(BigDecimal.class, Storage.Scalar.DECIMAL),
            Map.entry(LocalDate.class, Storage.Scalar.DATE),
            Map.entry(LocalTime.class, Storage.Scalar.TIME),
            Map.entry(LocalDateTime.class, Storage.Scalar.DATE_TIME),
            Map.entry(Instant.class, Storage.Scalar.INSTANT),
            Map.entry(Duration.class, Storage.Scalar.DURATION),
            Map.entry(UUID.class, Storage.Scalar.UUID),
            Map.entry(byte[].class, Storage.Scalar.BINARY));

    private AnyJson() {}

    static JSONValue write(@Nullable Object value) {
        if (value == null) {
            return JSONNull.NULL;
        }
        if (value instanceof String text) {
            return new JSONString(text);
        }
        if (value instanceof Boolean truth) {
            return new JSONBoolean(truth);
        }
        if (value instanceof Collection<?> elements) {
            return new JSONArray(elements.stream().map(AnyJson::write).toList());
        }
        return value instanceof Map<?, ?> map ? single(MAP, fields(map)) : tagged(value);
    }

    private static JSONObject fields(Map<?, ?> map) {
        Map<String, JSONValue> fields = new LinkedHashMap<>();
        map.forEach((key, value) -> fields.put((String) key, write(value)));
        return new JSONObject(fields);
    }

    private static JSONValue tagged(Object value) {
        Storage.Scalar kind = KINDS.get(value.getClass());
        if (kind == null) {
            throw new MappingException(
                    MappingException.Kind.ADAPTER_BUG,
                    "a value of no stored kind",
                    Map.of("class", value.getClass().getName()));
        }
        return single(kind.name(), JsonWriter.scalar(kind, value));
    }

    private static JSONObject single(String name, JSONValue value) {
        return new JSONObject(Map.of(name, value));
    }

    static @Nullable Object read(JSONValue json) {
        if (json instanceof JSONNull) {
            return null;
        }
        if (json instanceof JSONArray array) {
            List<@Nullable Object> values = new ArrayList<>();
            array.getValues().forEach(value -> values.add(read(value)));
            return values;
        }
        if (json instanceof JSONObject object) {
            return untagged(object);
        }
        return json instanceof JSONBoolean truth ? (Object) truth.booleanValue() : JsonReader.text(json);
    }

    private static Object untagged(JSONObject object) {
        Map.Entry<String, JSONValue> only = object.getFields().entrySet().stream()
                .findFirst()
                .orElseThrow(() -> new UnreadableValueException("a JSON object with one field"));
        return only.getKey().equals(MAP)
                ? map(JsonReader.expect(JSONObject.class, only.getValue(), "a JSON object"))
                : JsonReader.scalar(kind(only.getKey()), only.getValue());
    }

    private static Object map(JSONObject json) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        json.getFields().forEach((key, value) -> values.put(key, read(value)));
        return values;
    }

    private static Storage.Scalar kind(String name) {
        return KINDS.values().stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UnreadableValueException("a kind of value that is stored"));
    }
}
