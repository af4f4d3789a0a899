package dev.ectype.types;

import dev.ectype.types.internal.temporal.Moments;
import dev.ectype.types.internal.temporal.Parts;
import dev.ectype.types.internal.temporal.Precision;
import dev.ectype.types.stored.Storage;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Moments on the time line, to one precision. */
final class InstantType extends ScalarType<Instant> {
    static final Type<Instant> SECONDS = new InstantType("instant", Precision.SECONDS);
    static final Type<Instant> MICROS = new InstantType("instant_micros", Precision.MICROS);
    private final Precision precision;

    private InstantType(String name, Precision precision) {
        super(name, Instant.class, Storage.Scalar.INSTANT);
        this.precision = precision;
    }

    @Override
    public Cast<Instant> cast(Object input) {
        if (input instanceof Map<?, ?> map && Parts.isBlankDateTime(map)) {
            return Cast.empty();
        }
        Instant time = Moments.instant(input);
        return time == null ? Cast.failed() : Cast.ok(precision.truncate(time));
    }

    @Override
    public Object dump(Instant value) {
        if (!precision.holds(value) || !Moments.isInRange(value)) {
            throw new IllegalArgumentException("an instant to store must be in " + precision + ": cast it first");
        }
        return value;
    }

    @Override
    public Instant load(Object stored) {
        return precision.truncate(loaded(read(stored), "an instant", stored));
    }

    // Some stores know no zone; what they return is taken as UTC, as it is cast.
    private static @Nullable Instant read(Object stored) {
        boolean fits = stored instanceof Instant || stored instanceof LocalDateTime;
        return fits ? Moments.instant(stored) : null;
    }
}
