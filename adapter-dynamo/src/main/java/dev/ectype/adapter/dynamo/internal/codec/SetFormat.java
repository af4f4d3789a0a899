package dev.ectype.adapter.dynamo.internal.codec;

import dev.ectype.query.eval.Values;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Sets: the store's own for texts, numbers and bytes, sorted lists for other elements. The store has no empty sets; they
 * are stored as empty lists, so that they are told from none.
 */
final class SetFormat implements Format {
    private static final AttributeValue EMPTY = AttributeValue.createL(List.of());
    private final Format element;
    private final Kind kind;

    SetFormat(Format element) {
        this.element = element;
        this.kind = switch (element.kind()) {
            case S -> Kind.SS;
            case N -> Kind.NS;
            case B -> Kind.BS;
            default -> Kind.L;
        };
    }

    @Override
    public AttributeValue write(Object value) {
        if (!(value instanceof Collection<?> elements)) {
            throw new Unstorable("expected a set but was " + value.getClass().getSimpleName());
        }
        if (elements.stream().anyMatch(Objects::isNull)) {
            throw new Unstorable("a set has no nulls in DynamoDB");
        }
        return elements.isEmpty() ? EMPTY : of(stored(elements));
    }

    private List<AttributeValue> stored(Collection<?> elements) {
        Collection<?> all =
                kind == Kind.L ? elements.stream().sorted(Values::compare).toList() : elements;
        List<AttributeValue> stored = new ArrayList<>(elements.size());
        all.forEach(each -> stored.add(element.write(each)));
        return stored;
    }

    private AttributeValue of(List<AttributeValue> stored) {
        return switch (kind) {
            case SS ->
                AttributeValue.createSs(
                        stored.stream().map(AttributeValue::s).distinct().toList());
            case NS ->
                AttributeValue.createNs(
                        stored.stream().map(AttributeValue::n).distinct().toList());
            case BS ->
                AttributeValue.createBs(
                        stored.stream().map(AttributeValue::b).distinct().toList());
            default -> AttributeValue.createL(stored);
        };
    }

    @Override
    public Object read(AttributeValue stored) {
        Set<Object> set = new LinkedHashSet<>();
        switch (stored.type()) {
            case SS -> stored.ss().forEach(text -> set.add(element.read(AttributeValue.createS(text))));
            case NS -> stored.ns().forEach(number -> set.add(element.read(AttributeValue.createN(number))));
            case BS -> stored.bs().stream().map(SdkBytes::asByteArray).forEach(set::add);
            case L -> stored.l().forEach(each -> set.add(element.read(each)));
            default -> {
                return Natural.read(stored);
            }
        }
        return Collections.unmodifiableSet(set);
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public Format element() {
        return element;
    }

    @Override
    public boolean isComparable() {
        return element.isComparable();
    }
}
