package dev.ectype.changeset.params;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON Merge Patch (RFC 7396) on values as JSON libraries read them. A patch cast directly onto a record needs none of this:
 * an absent param leaves a field alone and a null takes its value away. It is for what is stored or passed on as JSON.
 */
public final class MergePatch {
    /** The most maps inside one another; what lies deeper is taken whole, as the value that it is. */
    public static final int MAX_DEPTH = 500;

    private MergePatch() {}

    /** Returns what a patch makes of a target: maps are merged, a null takes a key away, anything else replaces. */
    public static @Nullable Object apply(@Nullable Object target, @Nullable Object patch) {
        return apply(target, patch, 0);
    }

    /** Returns what a patch of a map makes of a map. */
    public static Map<String, Object> apply(Map<String, ?> target, Map<String, ?> patch) {
        return merged(target, patch, 0);
    }

    private static @Nullable Object apply(@Nullable Object target, @Nullable Object patch, int depth) {
        if (!(patch instanceof Map<?, ?> changes) || depth >= MAX_DEPTH) {
            return patch;
        }
        return merged(target instanceof Map<?, ?> map ? map : Map.of(), changes, depth);
    }

    private static Map<String, Object> merged(Map<?, ?> target, Map<?, ?> patch, int depth) {
        Map<String, Object> result = new LinkedHashMap<>();
        target.forEach((key, value) -> result.put(String.valueOf(key), value));
        patch.forEach((key, value) -> {
            String name = String.valueOf(key);
            if (value == null) {
                result.remove(name);
            } else {
                result.put(name, apply(result.get(name), value, depth + 1));
            }
        });
        return result;
    }
}
