package dev.ectype.adapter.dynamo.internal.codec;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Maps, which may be empty and may hold nulls. */
record MapFormat(Format element) implements Format {
    private static final float LOAD = 0.75f;

    @Override
    public AttributeValue write(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new Unstorable("expected a map but was " + value.getClass().getSimpleName());
        }
        Map<String, AttributeValue> stored = new LinkedHashMap<>((int) (map.size() / LOAD) + 1);
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            stored.put(MapKeys.escape((String) entry.getKey()), nullable(entry.getValue(), (String) entry.getKey()));
        }
        return AttributeValue.createM(stored);
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
        return new Viewed(stored.m(), each -> Natural.readNullable(element, each));
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
