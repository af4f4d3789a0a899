package dev.ectype.types.internal.value;

import dev.ectype.types.internal.number.Decimals;
import dev.ectype.types.internal.number.Floats;
import dev.ectype.types.internal.number.Integers;
import dev.ectype.types.internal.temporal.Moments;
import dev.ectype.types.internal.temporal.Precision;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Copies a value of any class into unmodifiable lists and maps of scalars, down to {@value #MAX_DEPTH} levels. Objects
 * of other classes stay as they are, or are refused where the copy is meant for a store.
 */
public final class Untyped {
    /** How many levels of lists and maps a value may have; one that contains itself has more. */
    public static final int MAX_DEPTH = 100;

    private final boolean storable;
    private int budget = Elements.MAX;

    private Untyped(boolean storable) {
        this.storable = storable;
    }

    /** Copies a value from outside; null if it is too deep, too large, or holds a number or key that no type takes. */
    public static @Nullable Object copy(Object input) {
        return new Untyped(false).copy(input, 0);
    }

    /** Copies a value for a store or from one; null also if it holds an object that cannot be stored. */
    public static @Nullable Object stored(Object value) {
        return new Untyped(true).copy(value, 0);
    }

    private @Nullable Object copy(Object input, int depth) {
        if (depth > MAX_DEPTH || --budget < 0) {
            return null;
        }
        if (input instanceof String || input instanceof Boolean) {
            return input;
        }
        if (input instanceof Map<?, ?> map) {
            return copyMap(map, depth);
        }
        if (input instanceof Collection<?> || input instanceof Object[]) {
            return copyList(input, depth);
        }
        return input instanceof Number number ? number(number) : scalar(input);
    }

    private @Nullable Map<String, @Nullable Object> copyMap(Map<?, ?> map, int depth) {
        Map<String, @Nullable Object> read = Elements.of(map, budget);
        if (read == null) {
            return null;
        }
        Map<String, @Nullable Object> copies = new LinkedHashMap<>();
        for (Map.Entry<String, @Nullable Object> entry : read.entrySet()) {
            Object value = entry.getValue();
            Object copy = value == null ? null : copy(value, depth + 1);
            if (value != null && copy == null) {
                return null;
            }
            copies.put(entry.getKey(), copy);
        }
        return Collections.unmodifiableMap(copies);
    }

    private @Nullable List<@Nullable Object> copyList(Object input, int depth) {
        List<@Nullable Object> read = Elements.of(input, budget);
        if (read == null) {
            return null;
        }
        List<@Nullable Object> copies = new ArrayList<>(read.size());
        for (Object value : read) {
            Object copy = value == null ? null : copy(value, depth + 1);
            if (value != null && copy == null) {
                return null;
            }
            copies.add(copy);
        }
        return Collections.unmodifiableList(copies);
    }

    private @Nullable Object number(Number input) {
        if (input instanceof Integer || input instanceof Long) {
            return input;
        }
        if (input instanceof Short || input instanceof Byte) {
            return input.intValue();
        }
        if (input instanceof Double || input instanceof Float) {
            return Floats.cast(input);
        }
        if (input.getClass() == BigDecimal.class) {
            return Decimals.bounded((BigDecimal) input);
        }
        if (input.getClass() == BigInteger.class) {
            return ((BigInteger) input).bitLength() > Integers.MAX_BITS ? null : input;
        }
        Number whole = Integers.cast(input);
        return whole == null ? opaque(input) : whole;
    }

    private @Nullable Object scalar(Object input) {
        if (input instanceof byte[] bytes) {
            return bytes.clone();
        }
        if (input instanceof Character letter) {
            return letter.toString();
        }
        if (input instanceof LocalTime time) {
            return Precision.MICROS.truncate(time);
        }
        if (input instanceof LocalDateTime time) {
            return Moments.isInRange(time.toLocalDate()) ? Precision.MICROS.truncate(time) : null;
        }
        if (input instanceof Instant time) {
            return Moments.isInRange(time) ? Precision.MICROS.truncate(time) : null;
        }
        if (input instanceof LocalDate date) {
            return Moments.isInRange(date) ? date : null;
        }
        return (input instanceof UUID || input instanceof Duration) ? input : opaque(input);
    }

    private @Nullable Object opaque(Object input) {
        return storable ? null : input;
    }
}
