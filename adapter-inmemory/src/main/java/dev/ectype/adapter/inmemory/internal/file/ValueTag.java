package dev.ectype.adapter.inmemory.internal.file;

import dev.ectype.types.stored.Row;
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
import org.jspecify.annotations.Nullable;

/** What stands before a value in a file, by a code that is part of the format. */
enum ValueTag {
    NOTHING('0', Void.class),
    TEXT('t', String.class),
    INT32('i', Integer.class),
    INT64('l', Long.class),
    INTEGER('n', BigInteger.class),
    FLOAT64('f', Double.class),
    DECIMAL('d', BigDecimal.class),
    BOOLEAN('b', Boolean.class),
    DATE('D', LocalDate.class),
    TIME('T', LocalTime.class),
    DATE_TIME('M', LocalDateTime.class),
    INSTANT('I', Instant.class),
    DURATION('S', Duration.class),
    UUID('U', java.util.UUID.class),
    BINARY('y', byte[].class),
    LIST('[', List.class),
    SET('{', Set.class),
    MAP('m', Map.class),
    ROW('r', Row.class);

    private static final ValueTag[] ALL = values();

    private final char code;
    private final Class<?> valueClass;

    ValueTag(char code, Class<?> valueClass) {
        this.code = code;
        this.valueClass = valueClass;
    }

    static ValueTag of(@Nullable Object value) {
        if (value == null) {
            return NOTHING;
        }
        for (ValueTag tag : ALL) {
            if (tag.valueClass.isInstance(value)) {
                return tag;
            }
        }
        throw new IllegalStateException(
                "no value of a store is a " + value.getClass().getName());
    }

    int code() {
        return code;
    }

    static ValueTag ofCode(int code) {
        for (ValueTag tag : ALL) {
            if (tag.code == code) {
                return tag;
            }
        }
        throw new IllegalStateException("no value begins with " + code);
    }
}
