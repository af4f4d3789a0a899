package dev.ectype.types;

import dev.ectype.types.stored.Storage;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Lengths of time, and their ISO 8601 text such as {@code PT1H30M}. */
final class DurationType extends ScalarType<Duration> {
    static final Type<Duration> PLAIN = new DurationType();
    private static final int MAX_TEXT = 64;

    private DurationType() {
        super("duration", Duration.class, Storage.Scalar.DURATION);
    }

    @Override
    public Cast<Duration> cast(Object input) {
        if (input instanceof Duration duration) {
            return Cast.ok(duration);
        }
        return input instanceof String text ? okOrFailed(parse(text)) : Cast.failed();
    }

    @Override
    public Duration load(Object stored) {
        return loaded(stored instanceof Duration duration ? duration : null, "a duration", stored);
    }

    private static @Nullable Duration parse(String text) {
        try {
            return text.length() > MAX_TEXT ? null : Duration.parse(text);
        } catch (DateTimeParseException notOne) {
            return null;
        }
    }
}
