package dev.ectype.types.internal.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads foreign collections once, into collections of our own. One that misbehaves or never ends reads as null. */
public final class Elements {
    /** The largest number of elements that is read. */
    public static final int MAX = 1_000_000;

    private Elements() {}

    /** Reads a collection or an array of objects; null for anything else. */
    public static @Nullable List<@Nullable Object> of(Object input) {
        if (input instanceof Object[] array) {
            return array.length > MAX ? null : new ArrayList<>(Arrays.asList(array));
        }
        return input instanceof Collection<?> collection ? read(collection) : null;
    }

    /** Reads a map; null if it has a key that is no text. */
    public static @Nullable Map<String, @Nullable Object> of(Map<?, ?> map) {
        try {
            Map<String, @Nullable Object> read = new LinkedHashMap<>();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                if (!(entry.getKey() instanceof String key) || read.size() >= MAX) {
                    return null;
                }
                read.put(key, entry.getValue());
            }
            return read;
        } catch (RuntimeException hostile) {
            return null;
        }
    }

    private static @Nullable List<@Nullable Object> read(Collection<?> collection) {
        try {
            List<@Nullable Object> read = new ArrayList<>();
            for (Object element : collection) {
                if (read.size() >= MAX) {
                    return null;
                }
                read.add(element);
            }
            return read;
        } catch (RuntimeException hostile) {
            return null;
        }
    }
}
