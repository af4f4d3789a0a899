package dev.ectype.adapter.dynamo.internal.read;

import dev.ectype.adapter.dynamo.internal.call.Failures;
import dev.ectype.adapter.dynamo.internal.expression.Placeholders;
import dev.ectype.error.StoreException.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Reads items by their keys, at most a hundred. What the store leaves unprocessed is asked for again. */
final class KeyReads {
    private final Fetch fetch;

    KeyReads(Fetch fetch) {
        this.fetch = fetch;
    }

    /** Returns the items that are there, in the order of the keys. */
    List<Map<String, AttributeValue>> read(List<Map<String, AttributeValue>> keys) {
        return keys.size() == 1 ? one(keys.get(0)) : several(keys);
    }

    private List<Map<String, AttributeValue>> one(Map<String, AttributeValue> key) {
        Placeholders placeholders = new Placeholders();
        GetItemRequest.Builder request = GetItemRequest.builder()
                .tableName(fetch.table())
                .key(key)
                .consistentRead(fetch.consistent())
                .projectionExpression(Projection.of(fetch.source(), fetch.slots(), placeholders))
                .expressionAttributeNames(placeholders.names())
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
        GetItemResponse response = fetch.ask((client, within) ->
                client.getItem(request.overrideConfiguration(within).build()));
        int found = response.hasItem() ? 1 : 0;
        fetch.report("GetItem", Optional.empty(), found, found, response.consumedCapacity());
        return response.hasItem() ? List.of(response.item()) : List.of();
    }

    private List<Map<String, AttributeValue>> several(List<Map<String, AttributeValue>> keys) {
        Map<List<Object>, Map<String, AttributeValue>> found = new HashMap<>();
        List<Map<String, AttributeValue>> open = keys;
        for (int attempt = 0; !open.isEmpty(); attempt++) {
            if (attempt > 0 && !fetch.deadline().pause(attempt - 1)) {
                throw Failures.timeOver(fetch.table(), Outcome.NOT_DONE, null);
            }
            open = ask(open, found);
        }
        return keys.stream()
                .map(fetch.source()::identity)
                .map(found::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Adds what was found by its key, and returns the keys that the store left. */
    private List<Map<String, AttributeValue>> ask(
            List<Map<String, AttributeValue>> keys, Map<List<Object>, Map<String, AttributeValue>> found) {
        Placeholders placeholders = new Placeholders();
        KeysAndAttributes wanted = KeysAndAttributes.builder()
                .keys(keys)
                .consistentRead(fetch.consistent())
                .projectionExpression(Projection.of(fetch.source(), fetch.slots(), placeholders))
                .expressionAttributeNames(placeholders.names())
                .build();
        BatchGetItemResponse response = ask(wanted);
        List<Map<String, AttributeValue>> items = response.responses().getOrDefault(fetch.table(), List.of());
        items.forEach(item -> found.put(fetch.source().identity(item), item));
        KeysAndAttributes left = response.unprocessedKeys().get(fetch.table());
        return left == null ? List.of() : left.keys();
    }

    private BatchGetItemResponse ask(KeysAndAttributes wanted) {
        BatchGetItemRequest.Builder request = BatchGetItemRequest.builder()
                .requestItems(Map.of(fetch.table(), wanted))
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
        BatchGetItemResponse response = fetch.ask((client, within) ->
                client.batchGetItem(request.overrideConfiguration(within).build()));
        int found = response.responses().getOrDefault(fetch.table(), List.of()).size();
        response.consumedCapacity()
                .forEach(consumed -> fetch.report("BatchGetItem", Optional.empty(), found, found, consumed));
        return response;
    }
}
