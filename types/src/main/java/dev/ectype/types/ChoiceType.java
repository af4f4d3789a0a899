package dev.ectype.types;

import dev.ectype.types.internal.number.Integers;
import dev.ectype.types.stored.Storage;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One of a few values, each with a name and a stored code, which is text or a whole number. */
final class ChoiceType<V> extends ScalarType<V> {
    private final Map<V, Object> codes = new LinkedHashMap<>();
    private final Map<Object, V> byCode = new HashMap<>();
    private final Map<String, V> byName = new LinkedHashMap<>();
    private final Cast<V> failed;

    private ChoiceType(Class<V> valueClass, Map<V, Object> codes, Function<V, String> nameOf) {
        super("enum", valueClass, storage(codes));
        codes.forEach((value, code) -> add(value, code, nameOf.apply(value)));
        List<String> names = List.copyOf(byName.keySet());
        this.failed = new Cast.Failed<>(null, Map.of("validation", "inclusion", "enum", names), List.of());
    }

    static <E extends Enum<E>> ChoiceType<E> of(Class<E> enumClass, Function<? super E, ?> code) {
        Map<E, Object> codes = new LinkedHashMap<>();
        for (E constant : enumClass.getEnumConstants()) {
            codes.put(constant, code.apply(constant));
        }
        return new ChoiceType<>(enumClass, codes, Enum::name);
    }

    static ChoiceType<String> of(Map<String, ?> codes) {
        return new ChoiceType<>(String.class, new LinkedHashMap<>(codes), Function.identity());
    }

    // A code goes before a name, so that what was stored can always be cast again.
    @Override
    public Cast<V> cast(Object input) {
        V found = ofCode(input instanceof String ? input : Integers.cast(input));
        if (found == null && valueClass().isInstance(input) && codes.containsKey(input)) {
            found = valueClass().cast(input);
        }
        if (found == null && input instanceof String name) {
            found = byName.get(name);
        }
        return found == null ? failed : Cast.ok(found);
    }

    @Override
    public Object dump(V value) {
        Object code = codes.get(value);
        if (code == null) {
            throw new IllegalArgumentException("expected one of " + byName.keySet() + " but was another value");
        }
        return code;
    }

    @Override
    public V load(Object stored) {
        V found = ofCode(stored instanceof String ? stored : Integers.load(stored));
        if (found == null) {
            throw LoadException.expected("one of " + codes.values(), stored);
        }
        return found;
    }

    private @Nullable V ofCode(@Nullable Object code) {
        return code == null ? null : byCode.get(code);
    }

    private void add(V value, Object code, String name) {
        codes.put(value, code);
        byName.put(name, value);
        if (byCode.put(code instanceof Integer number ? number.longValue() : code, value) != null) {
            throw new IllegalArgumentException(
                    "two values of an enum are stored as '" + code + "': give each its own code");
        }
    }

    private static Storage storage(Map<?, ?> codes) {
        if (codes.values().stream().allMatch(String.class::isInstance)) {
            return Storage.Scalar.TEXT;
        }
        if (codes.values().stream().allMatch(Integer.class::isInstance)) {
            return Storage.Scalar.INT32;
        }
        throw new IllegalArgumentException("the codes of an enum must all be text or all be of the class Integer");
    }
}
