package dev.ectype.adapter.dynamo.internal.codec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Lists, which may be empty and may hold nulls. */
record ListFormat(Format element) implements Format {

    @Override
    public AttributeValue write(Object value) {
        if (!(value instanceof List<?> elements)) {
            throw new Unstorable("expected a list but was " + value.getClass().getSimpleName());
        }
        List<AttributeValue> stored = new ArrayList<>(elements.size());
        for (Object each : elements) {
            stored.add(nullable(each, stored.size()));
        }
        return AttributeValue.fromL(stored);
    }

    private AttributeValue nullable(@Nullable Object value, int at) {
        try {
            return value == null ? Kind.nothing() : element.write(value);
        } catch (Unstorable unstorable) {
            throw unstorable.at(Integer.toString(at));
        }
    }

    @Override
    public Object read(AttributeValue stored) {
        return stored.hasL() ? read(stored.l()) : Natural.read(stored);
    }

    private List<@Nullable Object> read(List<AttributeValue> stored) {
        List<@Nullable Object> list = new ArrayList<>(stored.size());
        for (AttributeValue each : stored) {
            list.add(Natural.isNull(each) ? null : element.read(each));
        }
        return Collections.unmodifiableList(list);
    }

    @Override
    public Kind kind() {
        return Kind.L;
    }

    @Override
    public boolean isComparable() {
        return element.isComparable();
    }
}
