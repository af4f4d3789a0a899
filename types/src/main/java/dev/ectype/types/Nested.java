package dev.ectype.types;

import dev.ectype.types.internal.value.Elements;
import dev.ectype.types.stored.Storage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Applies the type of the elements throughout a collection, and says where it failed. Null elements stay null. */
final class Nested {
    private static final float LOAD = 0.75f;

    private Nested() {}

    static <V> Cast<List<V>> castList(Type<V> element, Object input) {
        List<@Nullable Object> elements = isEndless(element, input) ? null : Elements.of(input);
        if (elements == null) {
            return Cast.failed();
        }
        List<@Nullable V> values = new ArrayList<>(elements.size());
        for (int i = 0; i < elements.size(); i++) {
            Cast<V> cast = castOne(element, elements.get(i));
            if (cast instanceof Cast.Failed<V> failed) {
                return failedAt(failed, i);
            }
            values.add(((Cast.Ok<V>) cast).value());
        }
        return Cast.ok(Collections.unmodifiableList(values));
    }

    /** Casts each value; of several that do not fit, that of the least key is told, whatever order the map has. */
    static <V> Cast<Map<String, V>> castMap(Type<V> element, Map<?, ?> input) {
        Map<String, @Nullable Object> elements = isEndless(element, input) ? null : Elements.of(input);
        if (elements == null) {
            return Cast.failed();
        }
        Map<String, @Nullable V> values = new LinkedHashMap<>();
        Cast<Map<String, V>> result = Cast.ok(Collections.unmodifiableMap(values));
        String least = null;
        for (Map.Entry<String, @Nullable Object> entry : elements.entrySet()) {
            String key = entry.getKey();
            if (least != null && least.compareTo(key) < 0) {
                continue;
            }
            Cast<V> cast = castOne(element, entry.getValue());
            if (cast instanceof Cast.Failed<V> failed) {
                least = key;
                result = failedAt(failed, key);
            } else {
                values.put(key, ((Cast.Ok<V>) cast).value());
            }
        }
        return result;
    }

    static <A, B> List<B> list(Collection<A> elements, Function<? super A, B> function) {
        List<@Nullable B> results = new ArrayList<>(elements.size());
        try {
            for (A element : elements) {
                results.add(element == null ? null : function.apply(element));
            }
        } catch (LoadException inside) {
            throw inside.under(results.size());
        }
        return Collections.unmodifiableList(results);
    }

    static <A, B> Map<String, B> map(Map<?, A> elements, Function<? super A, B> function) {
        Map<String, @Nullable B> results = new LinkedHashMap<>((int) (elements.size() / LOAD) + 1);
        elements.forEach((key, element) -> results.put(text(key), at(text(key), element, function)));
        return Collections.unmodifiableMap(results);
    }

    private static String text(Object key) {
        if (key instanceof String text) {
            return text;
        }
        throw new LoadException("expected a map with text keys but one key was no text");
    }

    static <V> boolean equal(Type<V> type, @Nullable V left, @Nullable V right) {
        return (left == null || right == null) ? left == right : type.equal(left, right);
    }

    // Only levels multiply, so flat collections need no count.
    private static boolean isEndless(Type<?> element, Object input) {
        return !(element.storage() instanceof Storage.Scalar) && !Elements.areFew(input);
    }

    private static <V> Cast<V> castOne(Type<V> element, @Nullable Object input) {
        return input == null ? Cast.empty() : element.cast(input);
    }

    private static <V> Cast<V> failedAt(Cast.Failed<?> failed, Object step) {
        return failed.isPlain() ? Cast.failed() : failed.<V>retyped().under(step);
    }

    private static <A, B> @Nullable B at(String step, @Nullable A element, Function<? super A, B> function) {
        try {
            return element == null ? null : function.apply(element);
        } catch (LoadException inside) {
            throw inside.under(step);
        }
    }
}
