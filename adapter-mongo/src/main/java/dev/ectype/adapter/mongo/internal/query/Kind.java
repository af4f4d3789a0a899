package dev.ectype.adapter.mongo.internal.query;

import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What values can be compared with one another. Several kinds share a BSON type, so the store does not tell them apart. */
enum Kind {
    TEXT,
    NUMBER,
    BOOLEAN,
    DATE,
    TIME,
    DATE_TIME,
    INSTANT,
    DURATION,
    UUID,
    BINARY,
    LIST,
    SET,
    MAP,
    ROW,
    ANY;

    static Kind of(Storage storage) {
        if (storage instanceof Storage.Scalar scalar) {
            return ofScalar(scalar);
        }
        if (storage instanceof Storage.ListOf) {
            return LIST;
        }
        if (storage instanceof Storage.SetOf) {
            return SET;
        }
        return storage instanceof Storage.MapOf ? MAP : ROW;
    }

    private static Kind ofScalar(Storage.Scalar scalar) {
        return switch (scalar) {
            case INT32, INT64, INTEGER, FLOAT64, DECIMAL -> NUMBER;
            default -> valueOf(scalar.name());
        };
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
        return value instanceof UUID ? UUID : value instanceof byte[] ? BINARY : ofTime(value);
    }

    private static Kind ofTime(Object value) {
        if (value instanceof LocalDate) {
            return DATE;
        }
        if (value instanceof LocalTime) {
            return TIME;
        }
        if (value instanceof LocalDateTime) {
            return DATE_TIME;
        }
        if (value instanceof Instant) {
            return INSTANT;
        }
        return value instanceof Duration ? DURATION : ofParts(value);
    }

    private static Kind ofParts(Object value) {
        if (value instanceof Row) {
            return ROW;
        }
        if (value instanceof Map) {
            return MAP;
        }
        if (value instanceof List) {
            return LIST;
        }
        return value instanceof Set ? SET : ANY;
    }

    boolean hasParts() {
        return this == LIST || this == SET || this == MAP || this == ROW;
    }

    /** Tells whether the store sorts values of this kind as the reference evaluator does. */
    boolean isSorted() {
        return !hasParts() && this != BINARY && this != ANY;
    }
}
