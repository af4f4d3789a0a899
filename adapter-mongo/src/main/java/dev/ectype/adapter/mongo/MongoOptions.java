package dev.ectype.adapter.mongo;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import dev.ectype.adapter.mongo.internal.codec.FinerTime;
import java.time.Duration;
import java.util.Optional;

/**
 * How an adapter uses its client; what is empty is as the client has it. Immutable.
 *
 * @param timeout how long one call may take, all of its requests included, or a transaction with all of its calls; a call or
 *     a transaction may say less or more; 24 days, where it is longer
 * @param batchSize how many rows one reply to a scan carries; 0 for the server's choice
 * @param finerTimes what happens to times that are finer than the millisecond
 * @param writeConcern when a write counts as done
 * @param readPreference which members of a replica set are asked
 * @param readConcern how much of a replica set must have what is read
 */
public record MongoOptions(
        Duration timeout,
        int batchSize,
        FinerTimes finerTimes,
        Optional<WriteConcern> writeConcern,
        Optional<ReadPreference> readPreference,
        Optional<ReadConcern> readConcern) {

    /** Half a minute for a call, and times that are finer than the millisecond are refused. */
    public static final MongoOptions DEFAULTS = new MongoOptions(
            Duration.ofSeconds(30), 0, FinerTimes.REFUSE, Optional.empty(), Optional.empty(), Optional.empty());

    /** What happens to a time that is finer than the millisecond, the finest that a BSON date holds. */
    public enum FinerTimes {
        /** A write of it is refused. */
        REFUSE,
        /** What is finer is cut off, towards the past. */
        TRUNCATE,
        /**
         * It is kept: every moment, and every date with a time, is stored as a number of microseconds since 1970 and no
         * longer as a date, which the server's functions of dates and its expiry of documents then do not know.
         */
        KEEP;

        FinerTime toPolicy() {
            return FinerTime.valueOf(name());
        }
    }

    /** Checks the numbers. */
    public MongoOptions {
        if (timeout.isZero() || timeout.isNegative() || batchSize < 0) {
            throw new IllegalArgumentException(
                    "a timeout must be positive and a batch size not negative: " + timeout + ", " + batchSize);
        }
    }

    /** Returns the same with another limit for one call. */
    public MongoOptions withTimeout(Duration newTimeout) {
        return new MongoOptions(newTimeout, batchSize, finerTimes, writeConcern, readPreference, readConcern);
    }

    /** Returns the same with another number of rows in one reply. */
    public MongoOptions withBatchSize(int newBatchSize) {
        return new MongoOptions(timeout, newBatchSize, finerTimes, writeConcern, readPreference, readConcern);
    }

    /** Returns the same with another choice for finer times. */
    public MongoOptions withFinerTimes(FinerTimes newFinerTimes) {
        return new MongoOptions(timeout, batchSize, newFinerTimes, writeConcern, readPreference, readConcern);
    }

    /** Returns the same with another write concern. */
    public MongoOptions withWriteConcern(WriteConcern concern) {
        return new MongoOptions(timeout, batchSize, finerTimes, Optional.of(concern), readPreference, readConcern);
    }

    /** Returns the same with another read preference. */
    public MongoOptions withReadPreference(ReadPreference preference) {
        return new MongoOptions(timeout, batchSize, finerTimes, writeConcern, Optional.of(preference), readConcern);
    }

    /** Returns the same with another read concern. */
    public MongoOptions withReadConcern(ReadConcern concern) {
        return new MongoOptions(timeout, batchSize, finerTimes, writeConcern, readPreference, Optional.of(concern));
    }
}
