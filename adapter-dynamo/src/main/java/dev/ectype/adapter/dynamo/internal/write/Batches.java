package dev.ectype.adapter.dynamo.internal.write;

import dev.ectype.adapter.dynamo.internal.call.Connection;
import dev.ectype.adapter.dynamo.internal.call.Deadline;
import dev.ectype.adapter.dynamo.internal.call.Failures;
import dev.ectype.adapter.dynamo.internal.source.DynamoSource;
import dev.ectype.adapter.dynamo.request.RequestReport;
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

/** Batches of 25 puts, which replace what is there. What the store leaves unprocessed is sent again. */
final class Batches {
    private static final int ITEMS_A_REQUEST = 25;
    private final Connection connection;
    private final DynamoSource source;
    private final Deadline deadline;

    Batches(Connection connection, DynamoSource source, Deadline deadline) {
        this.connection = connection;
        this.source = source;
        this.deadline = deadline;
    }

    /** Returns an outcome for each row, in their order. Of two rows with one key, the later one stays. */
    List<WriteOutcome> put(List<Insert> inserts) {
        WriteOutcome[] outcomes = new WriteOutcome[inserts.size()];
        for (List<Integer> batch : batches(inserts)) {
            Map<List<Object>, Integer> rows = new LinkedHashMap<>();
            Map<List<Object>, Map<String, AttributeValue>> items = new LinkedHashMap<>();
            for (int at : batch) {
                Map<String, AttributeValue> item = source.item(inserts.get(at).row());
                rows.put(source.identity(item), at);
                items.put(source.identity(item), item);
            }
            Map<List<Object>, StoreException> failed = write(items);
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
    private Map<List<Object>, StoreException> write(Map<List<Object>, Map<String, AttributeValue>> items) {
        Map<List<Object>, Map<String, AttributeValue>> open = items;
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
            Map<List<Object>, Map<String, AttributeValue>> open, StoreException failure) {
        Map<List<Object>, StoreException> failed = new LinkedHashMap<>();
        open.keySet().forEach(key -> failed.put(key, failure));
        return failed;
    }

    private Map<List<Object>, Map<String, AttributeValue>> send(Map<List<Object>, Map<String, AttributeValue>> items) {
        List<WriteRequest> requests = items.values().stream()
                .map(item ->
                        WriteRequest.builder().putRequest(put -> put.item(item)).build())
                .toList();
        BatchWriteItemResponse response = connection.writeRepeatably(
                source.table(),
                deadline,
                (client, within) ->
                        client.batchWriteItem(request -> request.requestItems(Map.of(source.table(), requests))
                                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                                .overrideConfiguration(within)));
        response.consumedCapacity()
                .forEach(consumed -> connection.report(new RequestReport(
                        "BatchWriteItem", source.table(), Optional.empty(), 0, 0, Connection.units(consumed))));
        Map<List<Object>, Map<String, AttributeValue>> left = new LinkedHashMap<>();
        response.unprocessedItems()
                .getOrDefault(source.table(), List.of())
                .forEach(request -> left.put(
                        source.identity(request.putRequest().item()),
                        request.putRequest().item()));
        return left;
    }
}
