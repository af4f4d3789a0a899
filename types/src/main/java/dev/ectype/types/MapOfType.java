package dev.ectype.types;

import dev.ectype.types.stored.Storage;
import java.util.Map;
import java.util.function.Function;

/** Maps from text to values of one type; values may be null. */
final class MapOfType<V> implements Type<Map<String, V>> {
    private final Type<V> element;
    private final Storage storage;

    MapOfType(Type<V> element) {
        this.element = element;
        this.storage = new Storage.MapOf(element.storage());
    }

    @Override
    public String name() {
        return "map of " + element.name();
    }

    @Override
    public Class<? super Map<String, V>> valueClass() {
        return Map.class;
    }

    @Override
    public Storage storage() {
        return storage;
    }

    @Override
    public Cast<Map<String, V>> cast(Object input) {
        return input instanceof Map<?, ?> map ? Nested.castMap(element, map) : Cast.failed();
    }

    @Override
    public Object dump(Map<String, V> value) {
        return Nested.map(value, element::dump);
    }

    @Override
    public Map<String, V> load(Object stored) {
        return load(stored, element::load);
    }

    @Override
    public Object dumpEmbedded(Map<String, V> value) {
        return Nested.map(value, element::dumpEmbedded);
    }

    @Override
    public Map<String, V> loadEmbedded(Object stored) {
        return load(stored, element::loadEmbedded);
    }

    @Override
    public boolean equal(Map<String, V> left, Map<String, V> right) {
        if (!left.keySet().equals(right.keySet())) {
            return false;
        }
        for (Map.Entry<String, V> entry : left.entrySet()) {
            if (!Nested.equal(element, entry.getValue(), right.get(entry.getKey()))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return name();
    }

    private Map<String, V> load(Object stored, Function<Object, V> each) {
        if (stored instanceof Map<?, ?> map) {
            return Nested.map(map, each);
        }
        throw LoadException.expected("a map", stored);
    }
}
