package dev.ectype.adapter.dynamo.internal.codec;

import dev.ectype.types.stored.Storage.Scalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Values of any kind, each as its class says. */
final class AnyFormat implements Format {

    @Override
    public AttributeValue write(Object value) {
        Optional<Scalar> tagged = Tagged.kindOf(value);
        if (tagged.isPresent()) {
            return Tagged.write(tagged.get(), value);
        }
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        return value instanceof Collection<?> list
                ? list(list)
                : Scalars.of(scalarOf(value)).write(value);
    }

    private AttributeValue map(Map<?, ?> map) {
        Map<String, AttributeValue> stored = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            stored.put(MapKeys.escape((String) entry.getKey()), nullable(entry.getValue()));
        }
        return AttributeValue.createM(stored);
    }

    private AttributeValue list(Collection<?> list) {
        List<AttributeValue> stored = new ArrayList<>(list.size());
        list.forEach(element -> stored.add(nullable(element)));
        return AttributeValue.createL(stored);
    }

    private AttributeValue nullable(@Nullable Object value) {
        return value == null ? Kind.nothing() : write(value);
    }

    private static Scalar scalarOf(Object value) {
        if (value instanceof String) {
            return Scalar.TEXT;
        }
        if (value instanceof Integer) {
            return Scalar.INT32;
        }
        if (value instanceof Boolean) {
            return Scalar.BOOLEAN;
        }
        if (value instanceof byte[]) {
            return Scalar.BINARY;
        }
        throw new Unstorable("a " + value.getClass().getSimpleName() + " has no stored form");
    }

    @Override
    public Object read(AttributeValue stored) {
        return Natural.read(stored);
    }

    @Override
    public Kind kind() {
        return Kind.M;
    }

    /** Numbers of different kinds are equal by value and stored apart. */
    @Override
    public boolean isComparable() {
        return false;
    }
}
