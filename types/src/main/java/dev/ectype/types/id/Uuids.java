package dev.ectype.types.id;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Makes UUIDs as RFC 9562 defines them. Safe for use by several threads. */
public final class Uuids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AtomicLong LAST = new AtomicLong();
    private static final int SUB_MILLI_BITS = 12;
    private static final long SUB_MILLI_MASK = (1L << SUB_MILLI_BITS) - 1;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long RANDOM_MASK = 0x3FFF_FFFF_FFFF_FFFFL;

    private Uuids() {}

    /** Returns a random UUID. */
    public static UUID v4() {
        return UUID.randomUUID();
    }

    /**
     * Returns a UUID that begins with the time, to a quarter of a microsecond. Each is greater than those made before
     * it in this process, by its text and its bytes, even when the clock stands still or goes back.
     */
    public static UUID v7() {
        long now = ticks(Instant.now());
        long tick = LAST.updateAndGet(last -> Math.max(last + 1, now));
        long high = (tick & ~SUB_MILLI_MASK) << (16 - SUB_MILLI_BITS) | VERSION_7 | (tick & SUB_MILLI_MASK);
        return new UUID(high, VARIANT | (RANDOM.nextLong() & RANDOM_MASK));
    }

    /** Returns the moment that a UUID of version 7 begins with, to the millisecond; nothing for other versions. */
    public static Optional<Instant> timestamp(UUID uuid) {
        if (uuid.version() != 7 || uuid.variant() != 2) {
            return Optional.empty();
        }
        return Optional.of(Instant.ofEpochMilli(uuid.getMostSignificantBits() >>> 16));
    }

    // Milliseconds, and behind them a binary fraction of one.
    private static long ticks(Instant time) {
        long millis = Math.addExact(time.getEpochSecond() * 1_000, time.getNano() / NANOS_PER_MILLI);
        long fraction = time.getNano() % NANOS_PER_MILLI;
        return (millis << SUB_MILLI_BITS) + (fraction << SUB_MILLI_BITS) / NANOS_PER_MILLI;
    }
}
