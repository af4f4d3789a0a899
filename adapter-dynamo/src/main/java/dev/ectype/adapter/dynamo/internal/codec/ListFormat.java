package dev.ectype.adapter.dynamo.internal.codec;

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
        return AttributeValue.createL(new Computed<>(elements.size(), at -> nullable(elements.get(at), at)));
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
        if (!stored.hasL()) {
            return Natural.read(stored);
        }
        List<AttributeValue> elements = stored.l();
        return new Computed<>(elements.size(), at -> Natural.readNullable(element, elements.get(at)));
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
