package dev.ectype.adapter.mongo.internal.call;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import java.time.Duration;
import java.util.Optional;

/**
 * What every call has in common.
 *
 * @param database the database of sources without a prefix
 * @param timeout how long a call may take
 * @param batchSize how many rows one reply carries; 0 for the server's choice
 * @param writeConcern when a write counts as done
 * @param readPreference which members are asked
 * @param readConcern how much of a replica set must have what is read
 */
public record Settings(
        String database,
        Duration timeout,
        int batchSize,
        Optional<WriteConcern> writeConcern,
        Optional<ReadPreference> readPreference,
        Optional<ReadConcern> readConcern) {

    /** A server counts milliseconds in 32 bits. */
    private static final Duration LONGEST = Duration.ofMillis(Integer.MAX_VALUE);

    /** Bounds the limit of time. */
    public Settings {
        timeout = bounded(timeout);
    }

    /** Returns a limit of time that can be said to a server: 24 days, where it is longer. */
    public static Duration bounded(Duration limit) {
        return limit.compareTo(LONGEST) > 0 ? LONGEST : limit;
    }

    Settings withTimeout(Duration newTimeout) {
        return new Settings(database, newTimeout, batchSize, writeConcern, readPreference, readConcern);
    }
}
