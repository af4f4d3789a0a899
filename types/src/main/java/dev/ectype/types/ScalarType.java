package dev.ectype.types;

import dev.ectype.types.stored.Storage;
import org.jspecify.annotations.Nullable;

/** What the types of single values share: what they are called, hold and are stored as. */
abstract class ScalarType<V> implements Type<V> {
    private final String name;
    private final Class<V> valueClass;
    private final Storage storage;

    ScalarType(String name, Class<V> valueClass, Storage storage) {
        this.name = name;
        this.valueClass = valueClass;
        this.storage = storage;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Class<V> valueClass() {
        return valueClass;
    }

    @Override
    public final Storage storage() {
        return storage;
    }

    @Override
    public Object dump(V value) {
        return value;
    }

    @Override
    public final String toString() {
        return name;
    }

    static <V> Cast<V> okOrFailed(@Nullable V value) {
        return value == null ? Cast.failed() : Cast.ok(value);
    }

    static <V> V loaded(@Nullable V value, String expected, Object stored) {
        if (value == null) {
            throw LoadException.expected(expected, stored);
        }
        return value;
    }
}
