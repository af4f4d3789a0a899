package dev.ectype.adapter.dynamo.internal.write;

import dev.ectype.adapter.dynamo.internal.call.Connection;
import dev.ectype.adapter.dynamo.internal.call.Deadline;
import dev.ectype.adapter.dynamo.internal.call.Failures;
import dev.ectype.adapter.dynamo.internal.source.DynamoSource;
import dev.ectype.error.StoreException;
import dev.ectype.error.StoreException.Outcome;
import dev.ectype.spi.Insert;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.spi.WriteOutcome.Effect;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Batches of 25 writes without conditions. What the store leaves unprocessed is sent again. */
final class Batches {
    /** How many items one request writes at most. */
    static final int ITEMS_A_REQUEST = 25;

    private final Connection connection;
    private final DynamoSource source;
    private final Deadline deadline;

    Batches(Connection connection, DynamoSource source, Deadline deadline) {
        this.connection = connection;
        this.source = source;
        this.deadline = deadline;
    }

    /** What became of removals: how many were made, and a failure of the others. */
    record Removed(int rows, Optional<StoreException> failure) {}

    /** Removes the items of one batch of keys, whether they are there or not. */
    Removed remove(List<List<Object>> keys) {
        Map<List<Object>, WriteRequest> requests = new LinkedHashMap<>();
        for (List<Object> values : keys) {
            Map<String, AttributeValue> key = source.key(values);
            requests.put(
                    source.identity(key),
                    WriteRequest.builder()
                            .deleteRequest(delete -> delete.key(key))
                            .build());
        }
        Map<List<Object>, StoreException> failed = write(requests);
        return new Removed(
                requests.size() - failed.size(), failed.values().stream().findFirst());
    }

    /** Puts rows, which replace what is there. Returns an outcome for each; of two with one key, the later one stays. */
    List<WriteOutcome> put(List<Insert> inserts) {
        WriteOutcome[] outcomes = new WriteOutcome[inserts.size()];
        for (List<Integer> batch : batches(inserts)) {
            Map<List<Object>, Integer> rows = new LinkedHashMap<>();
            Map<List<Object>, WriteRequest> requests = new LinkedHashMap<>();
            for (int at : batch) {
                Map<String, AttributeValue> item = source.item(inserts.get(at).row());
                rows.put(source.identity(item), at);
                requests.put(
                        source.identity(item),
                        WriteRequest.builder().putRequest(put -> put.item(item)).build());
            }
            Map<List<Object>, StoreException> failed = write(requests);
            rows.forEach((key, at) -> outcomes[at] = outcome(inserts.get(at), failed.get(key)));
        }
        return List.of(outcomes);
    }

    private static WriteOutcome outcome(Insert insert, @Nullable StoreException failure) {
        return failure == null
                ? WriteOutcome.written(Effect.INSERTED, insert.returning(), insert.row())
                : new WriteOutcome.Failed(failure);
    }

    /** A batch has each key once. */
    private List<List<Integer>> batches(List<Insert> inserts) {
        List<List<Integer>> batches = new ArrayList<>();
        List<Integer> batch = new ArrayList<>();
        Set<List<Object>> keys = new HashSet<>();
        for (int at = 0; at < inserts.size(); at++) {
            List<Object> key = source.identity(source.item(inserts.get(at).row()));
            if (batch.size() == ITEMS_A_REQUEST || !keys.add(key)) {
                batches.add(batch);
                batch = new ArrayList<>();
                keys.clear();
                keys.add(key);
            }
            batch.add(at);
        }
        batches.add(batch);
        return batches;
    }

    /** Writes one batch until nothing of it is left, and returns what failed. */
    private Map<List<Object>, StoreException> write(Map<List<Object>, WriteRequest> requests) {
        Map<List<Object>, WriteRequest> open = requests;
        for (int attempt = 0; !open.isEmpty(); attempt++) {
            if (attempt > 0 && !deadline.pause(attempt - 1)) {
                return failed(open, Failures.timeOver(source.table(), Outcome.NOT_DONE, null));
            }
            try {
                open = send(open);
            } catch (StoreException failure) {
                return failed(open, failure);
            }
        }
        return Map.of();
    }

    private static Map<List<Object>, StoreException> failed(
            Map<List<Object>, WriteRequest> open, StoreException failure) {
        Map<List<Object>, StoreException> failed = new LinkedHashMap<>();
        open.keySet().forEach(key -> failed.put(key, failure));
        return failed;
    }

    private Map<List<Object>, WriteRequest> send(Map<List<Object>, WriteRequest> requests) {
        BatchWriteItemResponse response = connection.writeRepeatably(
                source.table(),
                deadline,
                (client, within) -> client.batchWriteItem(
                        request -> request.requestItems(Map.of(source.table(), List.copyOf(requests.values())))
                                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                                .overrideConfiguration(within)));
        response.consumedCapacity().forEach(consumed -> connection.report("BatchWriteItem", source.table(), consumed));
        Map<List<Object>, WriteRequest> left = new LinkedHashMap<>();
        response.unprocessedItems()
                .getOrDefault(source.table(), List.of())
                .forEach(request -> left.put(source.identity(keyed(request)), request));
        return left;
    }

    private static Map<String, AttributeValue> keyed(WriteRequest request) {
        return request.deleteRequest() == null
                ? request.putRequest().item()
                : request.deleteRequest().key();
    }
}
