package dev.ectype.adapter.mongo.internal.codec;

import dev.ectype.types.stored.Storage.Scalar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.Objects;
import org.bson.BsonType;
import org.jspecify.annotations.Nullable;

/**
 * Values of a field of any kind whose stored form would be taken for another one's: a document that says which kind it
 * is. No map can be taken for one, since the name of the tag is no escaped key.
 */
final class Tagged {
    static final String TAG = "%type";
    static final String VALUE = "value";

    private static final Name TAG_NAME = Name.of(TAG);
    private static final Name VALUE_NAME = Name.of(VALUE);
    private static final Map<String, Scalar> KINDS = Map.of(
            "date", Scalar.DATE,
            "time", Scalar.TIME,
            "date_time", Scalar.DATE_TIME,
            "instant", Scalar.INSTANT,
            "duration", Scalar.DURATION);

    private Tagged() {}

    static @Nullable String tagOf(Object value, FinerTime finer) {
        if (value instanceof Instant) {
            return finer == FinerTime.KEEP ? "instant" : null;
        }
        if (value instanceof LocalDate) {
            return "date";
        }
        if (value instanceof LocalTime) {
            return "time";
        }
        if (value instanceof LocalDateTime) {
            return "date_time";
        }
        return value instanceof Duration ? "duration" : null;
    }

    static void write(Sink sink, String tag, Object value, FinerTime finer) {
        int start = sink.startDocument();
        sink.name(TAG_NAME);
        sink.text(tag);
        sink.name(VALUE_NAME);
        Scalars.of(Objects.requireNonNull(KINDS.get(tag)), finer).write(sink, value);
        sink.endDocument(start);
    }

    static Object readDocument(Intake intake) {
        int end = intake.startDocument();
        if (!intake.hasNext(end)) {
            intake.endDocument(end);
            return Map.of();
        }
        String name = intake.name();
        return intake.type() == BsonType.STRING && name.equals(TAG)
                ? readTagged(intake, end)
                : Natural.restOfMap(intake, end, name);
    }

    private static Object readTagged(Intake intake, int end) {
        Scalar kind = KINDS.get(intake.text());
        if (kind == null || !intake.hasNext(end)) {
            throw new Unreadable("a document with an unknown " + TAG);
        }
        intake.name();
        Object value = Scalars.of(kind, FinerTime.KEEP).read(intake, intake.type());
        while (intake.hasNext(end)) {
            intake.name();
            intake.skip();
        }
        intake.endDocument(end);
        return value;
    }
}
