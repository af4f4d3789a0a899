package dev.ectype.query.eval;

import dev.ectype.types.stored.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What a stored value is, in the order in which values of different kinds are sorted. Numbers are one kind. */
enum Kind {
    BOOLEAN(true),
    NUMBER(true),
    TEXT(true),
    BINARY(true),
    UUID(true),
    DATE(true),
    TIME(true),
    DATE_TIME(true),
    INSTANT(true),
    DURATION(true),
    LIST(false),
    SET(false),
    MAP(false),
    ROW(false);

    private final boolean ordered;

    Kind(boolean ordered) {
        this.ordered = ordered;
    }

    /** Tells whether less and greater mean something for two values of this kind. */
    boolean isOrdered() {
        return ordered;
    }

    static Kind of(Object value) {
        if (value instanceof String) {
            return TEXT;
        }
        if (value instanceof Number) {
            return NUMBER;
        }
        if (value instanceof Boolean) {
            return BOOLEAN;
        }
        return ofStructure(value);
    }

    private static Kind ofStructure(Object value) {
        if (value instanceof Row) {
            return ROW;
        }
        if (value instanceof List) {
            return LIST;
        }
        if (value instanceof Map) {
            return MAP;
        }
        return value instanceof Set ? SET : ofTemporal(value);
    }

    private static Kind ofTemporal(Object value) {
        if (value instanceof Instant) {
            return INSTANT;
        }
        if (value instanceof LocalDate) {
            return DATE;
        }
        if (value instanceof LocalDateTime) {
            return DATE_TIME;
        }
        if (value instanceof LocalTime) {
            return TIME;
        }
        return value instanceof Duration ? DURATION : ofBytes(value);
    }

    private static Kind ofBytes(Object value) {
        if (value instanceof UUID) {
            return UUID;
        }
        if (value instanceof byte[]) {
            return BINARY;
        }
        throw new IllegalArgumentException(
                "not a stored value: " + value.getClass().getName() + "; see dev.ectype.types.stored.Storage");
    }
}
