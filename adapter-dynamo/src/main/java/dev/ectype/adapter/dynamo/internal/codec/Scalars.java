package dev.ectype.adapter.dynamo.internal.codec;

import dev.ectype.types.stored.Storage.Scalar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The formats of kinds without parts. */
final class Scalars {
    private static final Map<Scalar, Format> FORMATS = new EnumMap<>(Scalar.class);

    static {
        FORMATS.put(Scalar.TEXT, new PlainTextFormat());
        FORMATS.put(Scalar.DATE, new TextFormat(Texts::date, LocalDate::parse));
        FORMATS.put(Scalar.TIME, new TextFormat(Texts::time, LocalTime::parse));
        FORMATS.put(Scalar.DATE_TIME, new TextFormat(Texts::dateTime, LocalDateTime::parse));
        FORMATS.put(Scalar.INSTANT, new TextFormat(Texts::instant, Instant::parse));
        FORMATS.put(Scalar.UUID, new TextFormat(uuid -> ((UUID) uuid).toString(), UUID::fromString));
        FORMATS.put(Scalar.DURATION, new DurationFormat());
        FORMATS.put(Scalar.BOOLEAN, new BooleanFormat());
        FORMATS.put(Scalar.BINARY, new BinaryFormat());
        FORMATS.put(Scalar.ANY, new AnyFormat());
        for (Scalar number :
                new Scalar[] {Scalar.INT32, Scalar.INT64, Scalar.INTEGER, Scalar.FLOAT64, Scalar.DECIMAL}) {
            FORMATS.put(number, new NumberFormat(number));
        }
    }

    private Scalars() {}

    static Format of(Scalar scalar) {
        return Objects.requireNonNull(FORMATS.get(scalar));
    }
}
