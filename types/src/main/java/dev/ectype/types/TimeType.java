package dev.ectype.types;

import dev.ectype.types.internal.temporal.Moments;
import dev.ectype.types.internal.temporal.Parts;
import dev.ectype.types.internal.temporal.Precision;
import dev.ectype.types.stored.Storage;
import java.time.LocalTime;
import java.util.Map;

/** Times of day to one precision. */
final class TimeType extends ScalarType<LocalTime> {
    static final Type<LocalTime> SECONDS = new TimeType("time", Precision.SECONDS);
    static final Type<LocalTime> MICROS = new TimeType("time_micros", Precision.MICROS);
    private final Precision precision;

    private TimeType(String name, Precision precision) {
        super(name, LocalTime.class, Storage.Scalar.TIME);
        this.precision = precision;
    }

    @Override
    public Cast<LocalTime> cast(Object input) {
        if (input instanceof Map<?, ?> map && Parts.isBlankTime(map)) {
            return Cast.empty();
        }
        LocalTime time = Moments.time(input);
        return time == null ? Cast.failed() : Cast.ok(precision.truncate(time));
    }

    @Override
    public Object dump(LocalTime value) {
        if (!precision.holds(value)) {
            throw new IllegalArgumentException("a time to store must be in " + precision + ": cast it first");
        }
        return value;
    }

    @Override
    public LocalTime load(Object stored) {
        return precision.truncate(loaded(stored instanceof LocalTime time ? time : null, "a time", stored));
    }
}
