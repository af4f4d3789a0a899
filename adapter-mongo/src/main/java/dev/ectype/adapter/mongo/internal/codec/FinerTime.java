package dev.ectype.adapter.mongo.internal.codec;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What happens to a time that is finer than the millisecond, the finest that a BSON date holds. */
public enum FinerTime {
    /** It is refused. */
    REFUSE {
        @Override
        Instant fit(Instant time) {
            if (!isWhole(time)) {
                throw new Unstorable("a stored time ends at the millisecond: cut it before, or choose to truncate");
            }
            return time;
        }
    },
    /** What is finer is cut off, towards the past. */
    TRUNCATE {
        @Override
        Instant fit(Instant time) {
            return isWhole(time) ? time : time.truncatedTo(ChronoUnit.MILLIS);
        }
    },
    /** It is kept to the microsecond: moments are stored as numbers and not as dates. */
    KEEP {
        @Override
        Instant fit(Instant time) {
            return time;
        }
    };

    abstract Instant fit(Instant time);

    /** Tells whether the stored form of a time is that of an earlier one, or missing. */
    boolean loses(Instant time) {
        return this != KEEP && !isWhole(time);
    }

    /** Tells whether a time ends at the millisecond. */
    public static boolean isWhole(Instant time) {
        return time.equals(time.truncatedTo(ChronoUnit.MILLIS));
    }
}
