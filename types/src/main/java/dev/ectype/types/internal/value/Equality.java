package dev.ectype.types.internal.value;

import dev.ectype.types.stored.Row;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares values of any class by value: numbers whatever their class, lists and maps by their elements. */
public final class Equality {
    private Equality() {}

    /** Stands for what is too deep to be compared, such as a list that contains itself. */
    private record Identity(Object value) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Identity that && value == that.value;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(value);
        }
    }

    /** Tells whether two values are the same value. */
    public static boolean equal(@Nullable Object left, @Nullable Object right) {
        if (left == right) {
            return true;
        }
        return left != null && right != null && key(left, 0).equals(key(right, 0));
    }

    /** Returns an object whose {@code equals} and {@code hashCode} compare by value. */
    public static Object key(Object value) {
        return key(value, 0);
    }

    private static Object key(Object value, int depth) {
        if (value instanceof String) {
            return value;
        }
        if (depth > Untyped.MAX_DEPTH) {
            return new Identity(value);
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof byte[] bytes) {
            return ByteBuffer.wrap(bytes);
        }
        if (value instanceof List<?> list) {
            return keys(list, depth);
        }
        if (value instanceof Map<?, ?> map) {
            return keys(map, depth);
        }
        return value instanceof Row row ? keys(Arrays.asList(row.toArray()), depth) : value;
    }

    private static List<@Nullable Object> keys(List<?> list, int depth) {
        List<@Nullable Object> keys = new ArrayList<>(list.size());
        for (Object element : list) {
            keys.add(element == null ? null : key(element, depth + 1));
        }
        return keys;
    }

    private static Map<?, ?> keys(Map<?, ?> map, int depth) {
        Map<Object, @Nullable Object> keys = new HashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            Object value = entry.getValue();
            keys.put(entry.getKey(), value == null ? null : key(value, depth + 1));
        }
        return keys;
    }

    // A double counts with its exact value, as Elixir compares it.
    private static Object number(Number number) {
        if (number instanceof Integer || number instanceof Long || number instanceof Short || number instanceof Byte) {
            return plain(BigDecimal.valueOf(number.longValue()));
        }
        if (number instanceof Double || number instanceof Float) {
            double value = number.doubleValue();
            return Double.isFinite(value) ? plain(new BigDecimal(value)) : number;
        }
        if (number instanceof BigDecimal decimal) {
            return plain(decimal);
        }
        return number instanceof BigInteger big ? plain(new BigDecimal(big)) : number;
    }

    private static BigDecimal plain(BigDecimal decimal) {
        return decimal.stripTrailingZeros();
    }
}
