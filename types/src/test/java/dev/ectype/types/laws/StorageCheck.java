package dev.ectype.types.laws;

import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Tells whether a dumped value is of the class that its storage promises to adapters. */
final class StorageCheck {
    private static final Map<Storage.Scalar, Class<?>> CLASSES = Map.ofEntries(
            Map.entry(Storage.Scalar.TEXT, String.class),
            Map.entry(Storage.Scalar.INT32, Integer.class),
            Map.entry(Storage.Scalar.INT64, Long.class),
            Map.entry(Storage.Scalar.INTEGER, BigInteger.class),
            Map.entry(Storage.Scalar.FLOAT64, Double.class),
            Map.entry(Storage.Scalar.DECIMAL, BigDecimal.class),
            Map.entry(Storage.Scalar.BOOLEAN, Boolean.class),
            Map.entry(Storage.Scalar.DATE, LocalDate.class),
            Map.entry(Storage.Scalar.TIME, LocalTime.class),
            Map.entry(Storage.Scalar.DATE_TIME, LocalDateTime.class),
            Map.entry(Storage.Scalar.INSTANT, Instant.class),
            Map.entry(Storage.Scalar.DURATION, Duration.class),
            Map.entry(Storage.Scalar.UUID, UUID.class),
            Map.entry(Storage.Scalar.BINARY, byte[].class));

    private StorageCheck() {}

    static boolean fits(Storage storage, Object stored) {
        if (storage instanceof Storage.ListOf list) {
            return stored instanceof List<?> elements && allFit(list.element(), elements);
        }
        if (storage instanceof Storage.SetOf set) {
            return stored instanceof Set<?> elements && allFit(set.element(), elements);
        }
        if (storage instanceof Storage.MapOf map) {
            return stored instanceof Map<?, ?> entries && allFit(map.value(), entries.values());
        }
        if (storage instanceof Storage.Embedded embedded) {
            return stored instanceof Row row
                    && row.layout() == embedded.layout().get();
        }
        return storage == Storage.Scalar.ANY
                ? isAny(stored)
                : CLASSES.get(storage).isInstance(stored);
    }

    private static boolean allFit(Storage storage, Iterable<?> elements) {
        for (Object element : elements) {
            if (element != null && !fits(storage, element)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAny(Object stored) {
        if (stored instanceof List<?> list) {
            return allFit(Storage.Scalar.ANY, list);
        }
        if (stored instanceof Map<?, ?> map) {
            return map.keySet().stream().allMatch(String.class::isInstance) && allFit(Storage.Scalar.ANY, map.values());
        }
        return CLASSES.values().stream().anyMatch(kind -> kind.isInstance(stored));
    }
}
