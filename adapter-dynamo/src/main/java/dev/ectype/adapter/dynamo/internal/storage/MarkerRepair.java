package dev.ectype.adapter.dynamo.internal.storage;

import dev.ectype.adapter.dynamo.internal.call.Connection;
import dev.ectype.adapter.dynamo.internal.call.Deadline;
import dev.ectype.adapter.dynamo.internal.source.DynamoSource;
import dev.ectype.adapter.dynamo.internal.write.Markers;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * Compares markers of unique values with the records: writes those that are missing, removes those that no record has
 * any more, and tells which records have the same values. It reads both tables whole, and is meant for a time when
 * nobody writes: a record that changes meanwhile may be told as a finding, but nothing of it is lost, since every
 * correction has a condition.
 */
public final class MarkerRepair {
    private final Connection connection;
    private final DynamoSource source;
    private final Deadline deadline;
    private final Map<String, Map<String, AttributeValue>> owners = new HashMap<>();
    private final List<String> findings = new ArrayList<>();

    /** Creates the repair of one source. */
    public MarkerRepair(Connection connection, DynamoSource source, Duration timeout) {
        this.connection = connection;
        this.source = source;
        this.deadline = connection.deadline(new CallOptions(Optional.of(timeout), List.of()));
    }

    /** Repairs the markers, and returns what was found, without values. */
    public List<String> run() {
        items(source.table(), this::note);
        items(Markers.table(source), this::removeUnlessOwned);
        owners.forEach(this::add);
        return findings;
    }

    private void note(Map<String, AttributeValue> item) {
        for (Source.Index index : source.uniques()) {
            Markers.keyOf(source, index, item).ifPresent(key -> {
                Map<String, AttributeValue> owner = source.keyOf(item);
                if (owners.putIfAbsent(key, owner) != null) {
                    findings.add("two records have the same values under " + index.name()
                            + ": change one of them, and repair again");
                }
            });
        }
    }

    private void removeUnlessOwned(Map<String, AttributeValue> marker) {
        String key = Objects.requireNonNull(marker.get(Markers.KEY), "a marker has a key")
                .s();
        Map<String, AttributeValue> owner = owners.get(key);
        if (owner != null && source.identity(owner).equals(source.identity(Markers.ownerOf(marker)))) {
            owners.remove(key);
            return;
        }
        unlessChanged(
                "DeleteItem",
                (client, within) -> client.deleteItem(request -> request.tableName(Markers.table(source))
                                .key(Map.of(Markers.KEY, AttributeValue.createS(key)))
                                .conditionExpression("#o = :o")
                                .expressionAttributeNames(Map.of("#o", Markers.OWNER))
                                .expressionAttributeValues(
                                        Map.of(":o", AttributeValue.createM(Markers.ownerOf(marker))))
                                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                                .overrideConfiguration(within))
                        .consumedCapacity());
        findings.add("removed a marker that no record has");
    }

    private void add(String key, Map<String, AttributeValue> owner) {
        unlessChanged(
                "PutItem",
                (client, within) -> client.putItem(request -> request.tableName(Markers.table(source))
                                .item(Markers.marker(key, owner))
                                .conditionExpression("attribute_not_exists(#k)")
                                .expressionAttributeNames(Map.of("#k", Markers.KEY))
                                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                                .overrideConfiguration(within))
                        .consumedCapacity());
        findings.add("added a missing marker");
    }

    /** Whoever writes meanwhile keeps the markers true by itself. */
    private void unlessChanged(String operation, Connection.Request<ConsumedCapacity> correction) {
        String table = Markers.table(source);
        try {
            connection.report(operation, table, connection.write(table, deadline, correction));
        } catch (ConditionalCheckFailedException changed) {
            return;
        }
    }

    private void items(String table, Consumer<Map<String, AttributeValue>> work) {
        @Nullable Map<String, AttributeValue> from = null;
        do {
            @Nullable Map<String, AttributeValue> start = from;
            ScanResponse page = connection.read(
                    table,
                    deadline,
                    (client, within) -> client.scan(request -> request.tableName(table)
                            .consistentRead(true)
                            .exclusiveStartKey(start)
                            .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                            .overrideConfiguration(within)));
            connection.report("Scan", table, page.consumedCapacity());
            page.items().forEach(work);
            from = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : null;
        } while (from != null);
    }
}
