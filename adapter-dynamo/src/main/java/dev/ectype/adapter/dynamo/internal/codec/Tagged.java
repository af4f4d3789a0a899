package dev.ectype.adapter.dynamo.internal.codec;

import dev.ectype.types.stored.Storage.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Values of a field of any kind whose stored form would be taken for another one's: a map that says which kind it is. No
 * map of a user can be taken for one, since its keys that begin as the tag does are escaped.
 */
final class Tagged {
    private static final String TAG = "%type";
    private static final String VALUE = "value";
    private static final Map<Class<?>, Scalar> KINDS = Map.of(
            Long.class, Scalar.INT64,
            BigInteger.class, Scalar.INTEGER,
            Double.class, Scalar.FLOAT64,
            BigDecimal.class, Scalar.DECIMAL,
            LocalDate.class, Scalar.DATE,
            LocalTime.class, Scalar.TIME,
            LocalDateTime.class, Scalar.DATE_TIME,
            Instant.class, Scalar.INSTANT,
            Duration.class, Scalar.DURATION,
            UUID.class, Scalar.UUID);

    private Tagged() {}

    static Optional<Scalar> kindOf(Object value) {
        return Optional.ofNullable(KINDS.get(value.getClass()));
    }

    static AttributeValue write(Scalar kind, Object value) {
        return AttributeValue.createM(Map.of(
                TAG, AttributeValue.createS(kind.name()),
                VALUE, Scalars.of(kind).write(value)));
    }

    static boolean isTagged(Map<String, AttributeValue> stored) {
        return stored.containsKey(TAG);
    }

    static Object read(Map<String, AttributeValue> stored) {
        AttributeValue kind = stored.get(TAG);
        AttributeValue value = stored.get(VALUE);
        if (kind == null || value == null) {
            throw new IllegalArgumentException("a map with one of " + TAG + " and " + VALUE + " and without the other");
        }
        return Scalars.of(Scalar.valueOf(kind.s())).read(value);
    }
}
