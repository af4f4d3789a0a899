package dev.ectype.types;

import dev.ectype.types.stored.Row;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What stored values are called in errors. */
final class Kind {
    private static final Map<Class<?>, String> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put(String.class, "text");
        NAMES.put(Boolean.class, "a boolean");
        List.of(Byte.class, Short.class, Integer.class, Long.class, BigInteger.class)
                .forEach(integer -> NAMES.put(integer, "an integer"));
        List.of(Float.class, Double.class).forEach(number -> NAMES.put(number, "a float"));
        NAMES.put(BigDecimal.class, "a decimal");
        NAMES.put(LocalDate.class, "a date");
        NAMES.put(LocalTime.class, "a time");
        NAMES.put(LocalDateTime.class, "a date and time");
        NAMES.put(Instant.class, "an instant");
        NAMES.put(Duration.class, "a duration");
        NAMES.put(UUID.class, "a UUID");
        NAMES.put(byte[].class, "bytes");
        NAMES.put(Row.class, "an embedded record");
        NAMES.put(List.class, "a list");
        NAMES.put(Set.class, "a set");
        NAMES.put(Map.class, "a map");
    }

    private Kind() {}

    static String of(Object value) {
        for (Map.Entry<Class<?>, String> entry : NAMES.entrySet()) {
            if (entry.getKey().isInstance(value)) {
                return entry.getValue();
            }
        }
        return "a " + value.getClass().getTypeName();
    }
}
