package dev.ectype.types;

import dev.ectype.types.internal.value.Equality;
import dev.ectype.types.internal.value.Untyped;
import dev.ectype.types.stored.Storage;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps from text to values of any class. */
final class MapType implements Type<Map<String, Object>> {
    static final Type<Map<String, Object>> PLAIN = new MapType();
    private static final Storage STORAGE = new Storage.MapOf(Storage.Scalar.ANY);

    @Override
    public String name() {
        return "map";
    }

    @Override
    public Class<? super Map<String, Object>> valueClass() {
        return Map.class;
    }

    @Override
    public Storage storage() {
        return STORAGE;
    }

    @Override
    public Cast<Map<String, Object>> cast(Object input) {
        return input instanceof Map<?, ?> map ? ScalarType.okOrFailed(asMap(Untyped.copy(map))) : Cast.failed();
    }

    @Override
    public Object dump(Map<String, Object> value) {
        return AnyType.stored(value);
    }

    @Override
    public Map<String, Object> load(Object stored) {
        Object copy = stored instanceof Map<?, ?> map ? Untyped.stored(map) : null;
        return ScalarType.loaded(asMap(copy), "a map with text keys", stored);
    }

    @Override
    public boolean equal(Map<String, Object> left, Map<String, Object> right) {
        return Equality.equal(left, right);
    }

    @Override
    public String toString() {
        return name();
    }

    @SuppressWarnings("unchecked") // a copy of a map has text keys
    private static @Nullable Map<String, Object> asMap(@Nullable Object copy) {
        return (Map<String, Object>) copy;
    }
}
