package dev.ectype.adapter.dynamo.internal.codec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Maps, which may be empty and may hold nulls. */
record MapFormat(Format element) implements Format {

    @Override
    public AttributeValue write(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new Unstorable("expected a map but was " + value.getClass().getSimpleName());
        }
        Map<String, AttributeValue> stored = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            stored.put(MapKeys.escape((String) entry.getKey()), nullable(entry.getValue(), (String) entry.getKey()));
        }
        return AttributeValue.fromM(stored);
    }

    private AttributeValue nullable(@Nullable Object value, String key) {
        try {
            return value == null ? Kind.nothing() : element.write(value);
        } catch (Unstorable unstorable) {
            throw unstorable.at(key);
        }
    }

    @Override
    public Object read(AttributeValue stored) {
        if (!stored.hasM()) {
            return Natural.read(stored);
        }
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        stored.m()
                .forEach((key, each) ->
                        map.put(MapKeys.unescape(key), Natural.isNull(each) ? null : element.read(each)));
        return Collections.unmodifiableMap(map);
    }

    @Override
    public Kind kind() {
        return Kind.M;
    }

    @Override
    public boolean isComparable() {
        return element.isComparable();
    }
}
