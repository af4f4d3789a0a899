package dev.ectype.adapter.dynamo.internal.codec;

import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Records of several layouts, stored with a text that tells them apart. */
final class OneOfFormat implements Format {
    private final Storage.OneOf kinds;
    private final Formats formats;

    OneOfFormat(Storage.OneOf kinds, Formats formats) {
        this.kinds = kinds;
        this.formats = formats;
    }

    @Override
    public AttributeValue write(Object value) {
        if (!(value instanceof Row row)) {
            throw new Unstorable("expected a record but was " + value.getClass().getSimpleName());
        }
        String tag = row.layout().tag().orElseThrow(() -> new Unstorable("the record has no " + kinds.tag()));
        Map<String, AttributeValue> stored =
                new HashMap<>(formats.embedded(row.layout()).writeRow(row));
        stored.put(kinds.tag(), AttributeValue.createS(tag));
        return AttributeValue.createM(stored);
    }

    @Override
    public Object read(AttributeValue stored) {
        Layout layout = stored.hasM() ? layoutOf(stored.m().get(kinds.tag())) : null;
        return layout == null ? Natural.read(stored) : formats.embedded(layout).readRow(stored.m());
    }

    private @Nullable Layout layoutOf(@Nullable AttributeValue tag) {
        String kind = tag == null ? null : tag.s();
        return kind == null ? null : kinds.layout(kind);
    }

    @Override
    public Kind kind() {
        return Kind.M;
    }

    @Override
    public boolean isComparable() {
        return kinds.layouts().values().stream()
                .allMatch(layout -> formats.embedded(layout.get()).isComparable());
    }
}
