package dev.ectype.adapter.mongo.internal.codec;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.bson.BsonDateTime;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Moments, and dates with a time, which are stored as the moments that they are in UTC: as dates to the millisecond, or
 * as microseconds since 1970 where what is finer is to be kept.
 */
final class MomentFormat implements Format {
    private static final long FARTHEST_SECOND = Long.MAX_VALUE / 1_000;
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int NANOS_PER_MICRO = 1_000;

    private final FinerTime finer;
    private final boolean local;

    MomentFormat(FinerTime finer, boolean local) {
        this.finer = finer;
        this.local = local;
    }

    @Override
    public void write(Sink sink, Object value) {
        Instant moment = momentOf(value);
        if (moment == null || local != value instanceof LocalDateTime) {
            throw new Unstorable("expected a time but was " + value.getClass().getSimpleName());
        }
        if (finer == FinerTime.KEEP) {
            sink.int64(micros(moment));
        } else {
            sink.moment(millis(finer.fit(moment)));
        }
    }

    /**
     * Returns the stored form of a moment as a date.
     *
     * @throws Unstorable if there is none
     */
    static long millis(Instant moment) {
        if (!isNear(moment)) {
            throw new Unstorable("a stored date is at most 290,000,000 years from 1970");
        }
        return moment.toEpochMilli();
    }

    private static boolean isNear(Instant moment) {
        return Math.abs(moment.getEpochSecond()) < FARTHEST_SECOND;
    }

    private static long micros(Instant moment) {
        try {
            long seconds = Math.multiplyExact(moment.getEpochSecond(), MICROS_PER_SECOND);
            return Math.addExact(seconds, moment.getNano() / NANOS_PER_MICRO);
        } catch (ArithmeticException tooFar) {
            throw new Unstorable("the time is more than 290,000 years from 1970");
        }
    }

    @Override
    public Object read(Intake intake, BsonType type) {
        if (type == BsonType.DATE_TIME) {
            return of(Instant.ofEpochMilli(intake.moment()));
        }
        return type == BsonType.INT64 && finer == FinerTime.KEEP
                ? of(Instant.EPOCH.plus(intake.int64(), ChronoUnit.MICROS))
                : Natural.read(intake, type);
    }

    private Object of(Instant moment) {
        return local ? LocalDateTime.ofInstant(moment, ZoneOffset.UTC) : moment;
    }

    @Override
    public Optional<BsonValue> floor(Object time) {
        return floor(finer, time);
    }

    static Optional<BsonValue> floor(FinerTime finer, Object time) {
        Instant moment = momentOf(time);
        return moment == null || !isNear(moment) || !finer.loses(moment)
                ? Optional.empty()
                : Optional.of(new BsonDateTime(moment.toEpochMilli()));
    }

    private static @Nullable Instant momentOf(Object value) {
        if (value instanceof LocalDateTime time) {
            return time.toInstant(ZoneOffset.UTC);
        }
        return value instanceof Instant instant ? instant : null;
    }
}
