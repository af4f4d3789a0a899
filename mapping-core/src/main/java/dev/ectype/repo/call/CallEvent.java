package dev.ectype.repo.call;

import dev.ectype.spi.NativePlan;
import dev.ectype.spi.Source;
import java.util.Optional;

/**
 * One call of a repo that has ended. It holds no values of records; texts are made when they are asked for.
 *
 * @param operation what was called
 * @param store the store's name
 * @param source where the records live; empty for what is of no one schema
 * @param plan what was sent of a query; empty where there was none, or it was refused
 * @param timings where the time went
 * @param rows how many rows were read, or written
 * @param ending how it ended
 */
public record CallEvent(
        Operation operation,
        String store,
        Optional<Source> source,
        Optional<NativePlan> plan,
        Timings timings,
        long rows,
        Ending ending) {

    /** How a call ended. */
    public sealed interface Ending {
        /** It returned what it was called for. */
        record Done() implements Ending {}

        /** It returned that nothing was written: the input was bad, a constraint was violated, or the record was stale. */
        record Refused() implements Ending {}

        /** Its caller stopped reading before the last row. */
        record Abandoned() implements Ending {}

        /** It threw. */
        record Failed(RuntimeException failure) implements Ending {}
    }

    /** Returns the native request of a query, with a placeholder for every value. */
    public Optional<String> nativeText() {
        return plan.map(NativePlan::explain);
    }

    /** Returns the call as a line without any value. */
    @Override
    public String toString() {
        return operation + source.map(where -> " " + where).orElse("") + " on " + store + ": "
                + ending.getClass().getSimpleName() + ", " + rows + " rows, "
                + timings.total().toNanos() / 1_000 + " us";
    }
}
