package dev.ectype.types;

import dev.ectype.types.internal.temporal.Moments;
import dev.ectype.types.internal.temporal.Parts;
import dev.ectype.types.internal.temporal.Precision;
import dev.ectype.types.stored.Storage;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Dates with a time and without a zone, to one precision. */
final class DateTimeType extends ScalarType<LocalDateTime> {
    static final Type<LocalDateTime> SECONDS = new DateTimeType("date_time", Precision.SECONDS);
    static final Type<LocalDateTime> MICROS = new DateTimeType("date_time_micros", Precision.MICROS);
    private final Precision precision;

    private DateTimeType(String name, Precision precision) {
        super(name, LocalDateTime.class, Storage.Scalar.DATE_TIME);
        this.precision = precision;
    }

    @Override
    public Cast<LocalDateTime> cast(Object input) {
        if (input instanceof Map<?, ?> map && Parts.isBlankDateTime(map)) {
            return Cast.empty();
        }
        LocalDateTime time = Moments.local(input);
        return time == null ? Cast.failed() : Cast.ok(precision.truncate(time));
    }

    @Override
    public Object dump(LocalDateTime value) {
        if (!precision.holds(value) || !Moments.isInRange(value.toLocalDate())) {
            throw new IllegalArgumentException("a date and time to store must be in " + precision + ": cast it first");
        }
        return value;
    }

    @Override
    public LocalDateTime load(Object stored) {
        return precision.truncate(loaded(read(stored), "a date and time", stored));
    }

    // Some stores know moments only; they are read as UTC, as they are cast.
    private static @Nullable LocalDateTime read(Object stored) {
        boolean fits = stored instanceof LocalDateTime || stored instanceof Instant;
        return fits ? Moments.local(stored) : null;
    }
}
