package dev.ectype.adapter.dynamo.internal.write;

import dev.ectype.adapter.dynamo.internal.call.Connection;
import dev.ectype.adapter.dynamo.internal.call.Deadline;
import dev.ectype.error.MappingException;
import dev.ectype.spi.WriteOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** Sends what was prepared: one item alone, several in a transaction. */
final class Sender {
    /** How many items one transaction writes at most. */
    static final int MOST_ACTIONS = 100;

    private final Connection connection;

    Sender(Connection connection) {
        this.connection = connection;
    }

    /** Sends one write. */
    Sent send(Prepared.Ready ready, Deadline deadline) {
        return ready.isSingle() ? alone(ready, deadline) : together(List.of(ready), deadline);
    }

    private Sent alone(Prepared.Ready ready, Deadline deadline) {
        Action action = ready.actions().get(0);
        try {
            Map<String, AttributeValue> told = one(action, ready.telling(), deadline);
            return new Sent.Done(List.of(ready.outcome(told)));
        } catch (ConditionalCheckFailedException refused) {
            Map<String, AttributeValue> there = refused.hasItem() ? refused.item() : Map.of();
            return new Sent.Refused(List.of(action.refused().apply(there)), List.of(Optional.of(there)));
        }
    }

    private Map<String, AttributeValue> one(Action action, boolean telling, Deadline deadline) {
        return switch (action.kind()) {
            case PUT -> put(action, deadline);
            case UPDATE -> update(action, telling, deadline);
            case DELETE -> delete(action, telling, deadline);
            case CHECK -> throw new IllegalArgumentException("a check is a part of a transaction");
        };
    }

    private Map<String, AttributeValue> put(Action action, Deadline deadline) {
        PutItemResponse response = connection.write(
                action.table(),
                deadline,
                (client, within) -> client.putItem(request -> request.tableName(action.table())
                        .item(action.item())
                        .conditionExpression(action.condition())
                        .expressionAttributeNames(action.placeholders().names())
                        .expressionAttributeValues(action.placeholders().values())
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                        .overrideConfiguration(within)));
        connection.report("PutItem", action.table(), response.consumedCapacity());
        return Map.of();
    }

    private Map<String, AttributeValue> update(Action action, boolean telling, Deadline deadline) {
        UpdateItemResponse response = connection.write(
                action.table(),
                deadline,
                (client, within) -> client.updateItem(request -> request.tableName(action.table())
                        .key(action.item())
                        .updateExpression(action.update())
                        .conditionExpression(action.condition())
                        .expressionAttributeNames(action.placeholders().names())
                        .expressionAttributeValues(action.placeholders().values())
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                        .returnValues(telling ? ReturnValue.ALL_NEW : ReturnValue.NONE)
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                        .overrideConfiguration(within)));
        connection.report("UpdateItem", action.table(), response.consumedCapacity());
        return response.attributes();
    }

    private Map<String, AttributeValue> delete(Action action, boolean telling, Deadline deadline) {
        DeleteItemResponse response = connection.write(
                action.table(),
                deadline,
                (client, within) -> client.deleteItem(request -> request.tableName(action.table())
                        .key(action.item())
                        .conditionExpression(action.condition())
                        .expressionAttributeNames(action.placeholders().names())
                        .expressionAttributeValues(action.placeholders().values())
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                        .returnValues(telling ? ReturnValue.ALL_OLD : ReturnValue.NONE)
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                        .overrideConfiguration(within)));
        connection.report("DeleteItem", action.table(), response.consumedCapacity());
        return response.attributes();
    }

    /** Sends several writes, all of which take place or none. */
    Sent together(List<Prepared.Ready> writes, Deadline deadline) {
        List<TransactWriteItem> items = new ArrayList<>();
        writes.forEach(write -> write.actions().forEach(action -> items.add(action.inTransaction())));
        if (items.size() > MOST_ACTIONS) {
            throw new MappingException(
                    MappingException.Kind.UNSUPPORTED,
                    "a transaction of DynamoDB writes at most 100 items, markers of unique values among them",
                    Map.of("store", "DynamoDB", "items", items.size()));
        }
        try {
            transact(writes.get(0).source().table(), items, deadline);
            return new Sent.Done(writes.stream().map(Prepared.Ready::done).toList());
        } catch (TransactionCanceledException cancelled) {
            return refused(writes, cancelled.cancellationReasons());
        }
    }

    /** The token makes the transaction take place once, however often it is sent. */
    private void transact(String table, List<TransactWriteItem> items, Deadline deadline) {
        String token = UUID.randomUUID().toString();
        connection
                .writeRepeatably(
                        table,
                        deadline,
                        (client, within) -> client.transactWriteItems(request -> request.transactItems(items)
                                .clientRequestToken(token)
                                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                                .overrideConfiguration(within)))
                .consumedCapacity()
                .forEach(consumed -> connection.report("TransactWriteItems", consumed.tableName(), consumed));
    }

    private static Sent refused(List<Prepared.Ready> writes, List<CancellationReason> reasons) {
        List<Optional<WriteOutcome>> refusals = new ArrayList<>();
        List<Optional<Map<String, AttributeValue>>> seen = new ArrayList<>();
        int next = 0;
        for (Prepared.Ready write : writes) {
            List<CancellationReason> own =
                    reasons.subList(next, next + write.actions().size());
            next += write.actions().size();
            refusals.add(Refusals.of(write.actions(), own));
            seen.add(Refusals.itemOf(own.get(0)));
        }
        return new Sent.Refused(refusals, seen);
    }
}
