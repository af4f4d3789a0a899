package dev.ectype.spi.change;

import dev.ectype.error.MappingException;
import dev.ectype.types.stored.Layout;
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
import org.jspecify.annotations.Nullable;

/** Checks that values are of the classes that their neutral kinds name, before they are stored. */
public final class StorageCheck {
    private StorageCheck() {}

    /**
     * Checks every value of a row.
     *
     * @throws MappingException if one is not of its kind
     */
    public static void check(Row row) {
        List<Layout.Slot> slots = row.layout().slots();
        for (int i = 0; i < slots.size(); i++) {
            Layout.Slot slot = slots.get(i);
            check(row.get(i), slot.storage(), slot.name());
        }
    }

    /**
     * Checks a value.
     *
     * @param name the name of the field, for the message
     * @throws MappingException if it is not of the kind
     */
    public static void check(@Nullable Object value, Storage storage, String name) {
        if (value != null && !fits(value, storage)) {
            throw new MappingException(
                    MappingException.Kind.USAGE,
                    "a value is not of the kind in which its field is stored: dump it by the field's type",
                    Map.of(
                            "field",
                            name,
                            "expected",
                            storage,
                            "found",
                            value.getClass().getName()));
        }
    }

    private static boolean fits(@Nullable Object value, Storage storage) {
        if (value == null) {
            return true;
        }
        if (storage instanceof Storage.Scalar scalar) {
            return scalar == Storage.Scalar.ANY ? isAny(value) : isScalar(value, scalar);
        }
        if (storage instanceof Storage.ListOf of) {
            return value instanceof List<?> list && allFit(list, of.element());
        }
        if (storage instanceof Storage.SetOf of) {
            return value instanceof Set<?> set && allFit(set, of.element());
        }
        if (storage instanceof Storage.MapOf of) {
            return value instanceof Map<?, ?> map && keysAreText(map) && allFit(map.values(), of.value());
        }
        return value instanceof Row row && fitsRow(row);
    }

    private static boolean fitsRow(Row row) {
        List<Layout.Slot> slots = row.layout().slots();
        for (int i = 0; i < slots.size(); i++) {
            if (!fits(row.get(i), slots.get(i).storage())) {
                return false;
            }
        }
        return true;
    }

    private static boolean allFit(Iterable<?> values, Storage storage) {
        for (Object value : values) {
            if (!fits(value, storage)) {
                return false;
            }
        }
        return true;
    }

    private static boolean keysAreText(Map<?, ?> map) {
        return map.keySet().stream().allMatch(String.class::isInstance);
    }

    private static boolean isScalar(Object value, Storage.Scalar scalar) {
        return switch (scalar) {
            case TEXT -> value instanceof String;
            case INT32 -> value instanceof Integer;
            case INT64 -> value instanceof Long;
            case INTEGER -> value instanceof BigInteger;
            case FLOAT64 -> value instanceof Double number && Double.isFinite(number);
            case DECIMAL -> value instanceof BigDecimal;
            case BOOLEAN -> value instanceof Boolean;
            case DATE -> value instanceof LocalDate;
            case TIME -> value instanceof LocalTime;
            case DATE_TIME -> value instanceof LocalDateTime;
            case INSTANT -> value instanceof Instant;
            case DURATION -> value instanceof Duration;
            case UUID -> value instanceof UUID;
            case BINARY -> value instanceof byte[];
            case ANY -> true;
        };
    }

    private static boolean isAny(@Nullable Object value) {
        if (value == null) {
            return true;
        }
        if (value instanceof List<?> list) {
            return list.stream().allMatch(StorageCheck::isAny);
        }
        if (value instanceof Map<?, ?> map) {
            return keysAreText(map) && map.values().stream().allMatch(StorageCheck::isAny);
        }
        for (Storage.Scalar scalar : Storage.Scalar.values()) {
            if (scalar != Storage.Scalar.ANY && isScalar(value, scalar)) {
                return true;
            }
        }
        return false;
    }
}
