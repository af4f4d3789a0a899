package dev.ectype.adapter.dynamo.internal.codec;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A stored map whose keys and values are read when they are asked for, by whoever copies the map. */
final class Viewed extends AbstractMap<String, @Nullable Object> {
    private final Map<String, AttributeValue> stored;
    private final Function<AttributeValue, @Nullable Object> reader;

    Viewed(Map<String, AttributeValue> stored, Function<AttributeValue, @Nullable Object> reader) {
        this.stored = stored;
        this.reader = reader;
    }

    @Override
    public int size() {
        return stored.size();
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return key instanceof String text && stored.containsKey(MapKeys.escape(text));
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        AttributeValue found = key instanceof String text ? stored.get(MapKeys.escape(text)) : null;
        return found == null ? null : reader.apply(found);
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super @Nullable Object> action) {
        stored.forEach((key, value) -> action.accept(MapKeys.unescape(key), reader.apply(value)));
    }

    @Override
    public Set<Map.Entry<String, @Nullable Object>> entrySet() {
        return new Entries();
    }

    private final class Entries extends AbstractSet<Map.Entry<String, @Nullable Object>> {
        @Override
        public int size() {
            return stored.size();
        }

        @Override
        public Iterator<Map.Entry<String, @Nullable Object>> iterator() {
            return stored.entrySet().stream()
                    .<Map.Entry<String, @Nullable Object>>map(entry -> new SimpleImmutableEntry<>(
                            MapKeys.unescape(entry.getKey()), reader.apply(entry.getValue())))
                    .iterator();
        }
    }
}
