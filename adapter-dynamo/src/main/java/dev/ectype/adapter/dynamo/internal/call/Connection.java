package dev.ectype.adapter.dynamo.internal.call;

import dev.ectype.adapter.dynamo.request.DynamoOptions;
import dev.ectype.adapter.dynamo.request.RequestReport;
import dev.ectype.error.StoreException.Outcome;
import dev.ectype.spi.CallOptions;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The client, and how it is used. Safe for use by several threads. */
public final class Connection {
    private final DynamoDbClient client;
    private final DynamoOptions options;
    private final Workers workers;

    /** Creates a connection over a client, which stays the caller's. */
    public Connection(DynamoDbClient client, DynamoOptions options) {
        this.client = client;
        this.options = options;
        this.workers = new Workers(options.concurrency());
    }

    /**
     * One request, made within the time that its configuration says.
     *
     * @param <R> the response
     */
    public interface Request<R> extends BiFunction<DynamoDbClient, AwsRequestOverrideConfiguration, R> {}

    /** How a request that failed may be made again. */
    private enum Repeating {
        /** It has no effect, or the same one however often it is made. */
        ALWAYS,
        /** Only when it is known that it had no effect. */
        UNLESS_DONE
    }

    /** Returns the options of the adapter. */
    public DynamoOptions options() {
        return options;
    }

    /** Returns the threads that make several requests at once. */
    public Workers workers() {
        return workers;
    }

    /** Returns when a call that begins now has to be over. */
    public Deadline deadline(CallOptions call) {
        return new Deadline(call.timeout().orElse(options.timeout()), options.firstPause());
    }

    /**
     * Makes a request that only reads.
     *
     * @throws dev.ectype.error.StoreException if it fails, and fails again until the time is over
     */
    public <R> R read(String table, Deadline deadline, Request<R> request) {
        try {
            return repeat(table, deadline, request, Repeating.ALWAYS);
        } catch (SdkException failure) {
            throw Failures.ofRead(failure, table);
        }
    }

    /**
     * Makes a request that writes, again only if it is known that it had no effect. Conditions that do not hold, and
     * cancelled transactions, are thrown as the driver says them.
     *
     * @throws dev.ectype.error.StoreException if it fails, and fails again until the time is over
     */
    public <R> R write(String table, Deadline deadline, Request<R> request) {
        return written(table, deadline, request, Repeating.UNLESS_DONE);
    }

    /**
     * Makes a request that writes and has the same effect however often it is made.
     *
     * @throws dev.ectype.error.StoreException if it fails, and fails again until the time is over
     */
    public <R> R writeRepeatably(String table, Deadline deadline, Request<R> request) {
        return written(table, deadline, request, Repeating.ALWAYS);
    }

    private <R> R written(String table, Deadline deadline, Request<R> request, Repeating repeating) {
        try {
            return repeat(table, deadline, request, repeating);
        } catch (ConditionalCheckFailedException | TransactionCanceledException answer) {
            throw answer;
        } catch (SdkException failure) {
            throw Failures.ofWrite(failure, table);
        }
    }

    /** Where nobody knows what became of one attempt, a later one that was refused does not say that nothing was done. */
    private <R> R repeat(String table, Deadline deadline, Request<R> request, Repeating repeating) {
        SdkException unknown = null;
        for (int attempt = 0; ; attempt++) {
            if (deadline.isOver()) {
                throw unknown == null ? Failures.timeOver(table, Outcome.NOT_DONE, null) : unknown;
            }
            try {
                return request.apply(client, within(deadline));
            } catch (SdkException failure) {
                unknown = Failures.isUnknown(failure) ? failure : unknown;
                if (!mayRepeat(failure, repeating) || !deadline.pause(attempt)) {
                    throw unknown == null ? failure : unknown;
                }
            }
        }
    }

    private static boolean mayRepeat(SdkException failure, Repeating repeating) {
        return Failures.isRefusedForNow(failure) || (repeating == Repeating.ALWAYS && Failures.isUnknown(failure));
    }

    private static AwsRequestOverrideConfiguration within(Deadline deadline) {
        return AwsRequestOverrideConfiguration.builder()
                .apiCallTimeout(deadline.left())
                .build();
    }

    /** Tells the observer what a request has cost that reads or writes single items. */
    public void report(String operation, String table, @Nullable ConsumedCapacity consumed) {
        report(new RequestReport(operation, table, Optional.empty(), 0, 0, units(consumed)));
    }

    /** Tells the observer what a request has cost. */
    public void report(RequestReport report) {
        options.observer().accept(report);
    }

    /** Returns the units that the store says it consumed. */
    public static double units(@Nullable ConsumedCapacity consumed) {
        return consumed == null || consumed.capacityUnits() == null ? 0 : consumed.capacityUnits();
    }

    /** Frees the threads. */
    public void close() {
        workers.close();
    }
}
