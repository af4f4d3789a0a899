package dev.ectype.adapter.dynamo.request;

import dev.ectype.spi.CallOptions;
import java.util.List;
import java.util.Optional;

/**
 * What the caller of one read or write says to this store: a hint among the options of the call. Immutable.
 *
 * @param consistent whether a read sees every write that was answered before it; empty for the adapter's choice
 * @param segments into how many parts a scan is divided, which are read at the same time
 * @param overwriting whether a bulk insertion may replace rows that are there, which the store's cheaper batches do
 */
public record DynamoCall(Optional<Boolean> consistent, int segments, boolean overwriting) {
    /** Nothing special. */
    public static final DynamoCall USUAL = new DynamoCall(Optional.empty(), 1, false);

    private static final int MOST_SEGMENTS = 1_000_000;

    /** Checks the number of segments. */
    public DynamoCall {
        if (segments < 1 || segments > MOST_SEGMENTS) {
            throw new IllegalArgumentException("a scan has 1 to 1,000,000 segments: " + segments);
        }
    }

    /** Returns the hint of a read that sees every write that was answered before it, for twice the cost. */
    public static DynamoCall consistentRead() {
        return new DynamoCall(Optional.of(true), 1, false);
    }

    /** Returns the hint of a scan in so many parts at the same time. */
    public static DynamoCall inSegments(int segments) {
        return new DynamoCall(Optional.empty(), segments, false);
    }

    /** Returns the hint of a bulk insertion that may replace rows that are there; it is refused with unique indexes. */
    public static DynamoCall replacing() {
        return new DynamoCall(Optional.empty(), 1, true);
    }

    /** Returns the same with consistent reads. */
    public DynamoCall consistently() {
        return new DynamoCall(Optional.of(true), segments, overwriting);
    }

    /** Returns what a call says. */
    public static DynamoCall of(CallOptions options) {
        return options.hint(DynamoCall.class).orElse(USUAL);
    }

    /** Returns the options of a call that says this and nothing else. */
    public CallOptions asOptions() {
        return new CallOptions(Optional.empty(), List.of(this));
    }
}
