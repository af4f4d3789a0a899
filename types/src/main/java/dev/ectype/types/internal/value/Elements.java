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
        return of(input, MAX);
    }

    /** Reads a map; null if it has a key that is no text. */
    public static @Nullable Map<String, @Nullable Object> of(Map<?, ?> map) {
        return of(map, MAX);
    }

    /**
     * Tells whether all levels of lists and maps together have no more than {@value #MAX} elements. A list that stands
     * in a million places of another is small in memory and endless to walk.
     */
    public static boolean areFew(Object input) {
        return count(input, MAX, 0) >= 0;
    }

    static @Nullable List<@Nullable Object> of(Object input, int limit) {
        if (input instanceof Object[] array) {
            return array.length > limit ? null : new ArrayList<>(Arrays.asList(array));
        }
        return input instanceof Collection<?> collection ? read(collection, limit) : null;
    }

    static @Nullable Map<String, @Nullable Object> of(Map<?, ?> map, int limit) {
        try {
            List<@Nullable Object> entries = read(map.entrySet(), limit);
            return entries == null ? null : index(entries);
        } catch (RuntimeException hostile) {
            return null;
        }
    }

    private static @Nullable Map<String, @Nullable Object> index(List<@Nullable Object> entries) {
        Map<String, @Nullable Object> read = new LinkedHashMap<>();
        for (Object entry : entries) {
            if (!(entry instanceof Map.Entry<?, ?> pair && pair.getKey() instanceof String key)) {
                return null;
            }
            read.put(key, pair.getValue());
        }
        return read;
    }

    private static @Nullable List<@Nullable Object> read(Collection<?> collection, int limit) {
        try {
            List<@Nullable Object> read = new ArrayList<>();
            for (Object element : collection) {
                if (read.size() >= limit) {
                    return null;
                }
                read.add(element);
            }
            return read;
        } catch (RuntimeException hostile) {
            return null;
        }
    }

    /** Returns what is left of the budget, or a negative number. */
    private static int count(@Nullable Object input, int budget, int depth) {
        if (depth > Untyped.MAX_DEPTH) {
            return -1;
        }
        List<@Nullable Object> children =
                input instanceof Map<?, ?> map ? values(map, budget) : listOrNone(input, budget);
        if (children == null) {
            return -1;
        }
        int left = budget - children.size();
        for (int i = 0; i < children.size() && left >= 0; i++) {
            left = count(children.get(i), left, depth + 1);
        }
        return left;
    }

    private static @Nullable List<@Nullable Object> values(Map<?, ?> map, int limit) {
        try {
            return read(map.values(), limit);
        } catch (RuntimeException hostile) {
            return null;
        }
    }

    private static @Nullable List<@Nullable Object> listOrNone(@Nullable Object input, int limit) {
        boolean several = input instanceof Collection<?> || input instanceof Object[];
        return several && input != null ? of(input, limit) : List.of();
    }
}
