package dev.ectype.types;

import dev.ectype.types.internal.temporal.Moments;
import dev.ectype.types.internal.temporal.Parts;
import dev.ectype.types.stored.Storage;
import java.time.LocalDate;
import java.util.Map;

/** Dates without a time. */
final class DateType extends ScalarType<LocalDate> {
    static final Type<LocalDate> PLAIN = new DateType();

    private DateType() {
        super("date", LocalDate.class, Storage.Scalar.DATE);
    }

    @Override
    public Cast<LocalDate> cast(Object input) {
        LocalDate date = Moments.date(input);
        if (date == null && input instanceof Map<?, ?> map && Parts.isBlankDate(map)) {
            return Cast.empty();
        }
        return okOrFailed(date);
    }

    @Override
    public Object dump(LocalDate value) {
        if (!Moments.isInRange(value)) {
            throw new IllegalArgumentException(
                    "a date to store must be within " + Moments.MAX_YEAR + " years of year 0");
        }
        return value;
    }

    @Override
    public LocalDate load(Object stored) {
        boolean fits = stored instanceof LocalDate date && Moments.isInRange(date);
        return loaded(fits ? (LocalDate) stored : null, "a date", stored);
    }
}
