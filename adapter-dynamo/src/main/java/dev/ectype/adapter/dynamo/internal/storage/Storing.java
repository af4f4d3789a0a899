package dev.ectype.adapter.dynamo.internal.storage;

import dev.ectype.adapter.dynamo.internal.call.Connection;
import dev.ectype.adapter.dynamo.internal.call.Deadline;
import dev.ectype.adapter.dynamo.internal.call.Failures;
import dev.ectype.adapter.dynamo.internal.source.DynamoSource;
import dev.ectype.adapter.dynamo.internal.write.Markers;
import dev.ectype.error.StoreException.Outcome;
import dev.ectype.spi.CallOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** Makes the tables of a source what they are declared to be. */
public final class Storing {
    private static final int QUICK_LOOKS = 3;
    private final Connection connection;
    private final DynamoSource source;

    /** Creates the storage of one source. */
    public Storing(Connection connection, DynamoSource source) {
        this.connection = connection;
        this.source = source;
    }

    /** Returns the table's description, if it is there. */
    public Optional<TableDescription> describe() {
        return describe(source.table(), connection.deadline(CallOptions.NONE));
    }

    private Optional<TableDescription> describe(String table, Deadline deadline) {
        return connection.read(table, deadline, (client, within) -> {
            try {
                return Optional.of(
                        client.describeTable(request -> request.tableName(table).overrideConfiguration(within))
                                .table());
            } catch (ResourceNotFoundException none) {
                return Optional.empty();
            }
        });
    }

    /** Returns what is to be done. */
    public List<Step> missing() {
        Deadline deadline = connection.deadline(CallOptions.NONE);
        Optional<TableDescription> there = describe(source.table(), deadline);
        boolean markers = source.uniques().isEmpty()
                || describe(Markers.table(source), deadline).isPresent();
        return new Comparing(source).steps(there, markers, there.flatMap(table -> expiresBy(deadline)));
    }

    private Optional<String> expiresBy(Deadline deadline) {
        TimeToLiveDescription now = connection.read(
                source.table(),
                deadline,
                (client, within) -> client.describeTimeToLive(
                                request -> request.tableName(source.table()).overrideConfiguration(within))
                        .timeToLiveDescription());
        boolean enabled = now != null
                && (now.timeToLiveStatus() == TimeToLiveStatus.ENABLED
                        || now.timeToLiveStatus() == TimeToLiveStatus.ENABLING);
        return enabled ? Optional.of(now.attributeName()) : Optional.empty();
    }

    /** Takes steps, each when the one before is done, and tells of them. */
    public void apply(List<Step> steps, Duration timeout, Consumer<String> progress) {
        Deadline deadline = connection.deadline(new CallOptions(Optional.of(timeout), List.of()));
        for (Step step : steps) {
            progress.accept(step.description());
            send(step.table(), deadline, step.request());
            awaitReady(step.table(), deadline, progress);
        }
    }

    private void send(String table, Deadline deadline, Step.Request request) {
        connection.write(table, deadline, (client, within) -> {
            request.send(client, within);
            return true;
        });
    }

    private void awaitReady(String table, Deadline deadline, Consumer<String> progress) {
        for (int look = 0; ; look++) {
            Optional<String> busy = describe(table, deadline).flatMap(Storing::busy);
            if (busy.isEmpty()) {
                return;
            }
            if (look >= QUICK_LOOKS) {
                progress.accept("waiting for " + table + ": " + busy.get());
            }
            if (!deadline.pause(look)) {
                throw Failures.timeOver(table, Outcome.UNKNOWN, null);
            }
        }
    }

    private static Optional<String> busy(TableDescription table) {
        if (table.tableStatus() != TableStatus.ACTIVE) {
            return Optional.of("the table is " + table.tableStatusAsString());
        }
        return table.globalSecondaryIndexes().stream()
                .filter(index -> index.indexStatus() != IndexStatus.ACTIVE)
                .map(Storing::busy)
                .findFirst();
    }

    private static String busy(GlobalSecondaryIndexDescription index) {
        return "the index " + index.indexName() + " is " + index.indexStatusAsString();
    }

    /** Returns the indexes that nobody declares. */
    public List<String> undeclared() {
        return describe().map(new Comparing(source)::undeclared).orElse(List.of());
    }

    /** Removes the tables with all their items, and waits until they are gone. */
    public void drop(Duration timeout) {
        Deadline deadline = connection.deadline(new CallOptions(Optional.of(timeout), List.of()));
        for (String table : Comparing.tables(source)) {
            if (describe(table, deadline).isPresent()) {
                send(
                        table,
                        deadline,
                        (client, within) -> client.deleteTable(
                                request -> request.tableName(table).overrideConfiguration(within)));
                awaitGone(table, deadline);
            }
        }
    }

    private void awaitGone(String table, Deadline deadline) {
        for (int look = 0; describe(table, deadline).isPresent(); look++) {
            if (!deadline.pause(look)) {
                throw Failures.timeOver(table, Outcome.UNKNOWN, null);
            }
        }
    }
}
