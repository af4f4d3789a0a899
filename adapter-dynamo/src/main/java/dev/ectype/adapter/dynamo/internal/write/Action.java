package dev.ectype.adapter.dynamo.internal.write;

import dev.ectype.adapter.dynamo.internal.expression.Placeholders;
import dev.ectype.spi.WriteOutcome;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * A write of one item under a condition.
 *
 * @param kind what it does
 * @param table the table
 * @param item the item that is put; otherwise the key
 * @param update the update expression; null if it is no update
 * @param condition the condition
 * @param placeholders the names and values of both
 * @param refused what the item that is there means when the condition does not hold; empty to try again
 */
record Action(
        Kind kind,
        String table,
        Map<String, AttributeValue> item,
        @Nullable String update,
        String condition,
        Placeholders placeholders,
        Function<Map<String, AttributeValue>, Optional<WriteOutcome>> refused) {

    enum Kind {
        PUT,
        UPDATE,
        DELETE,
        CHECK
    }

    TransactWriteItem inTransaction() {
        return switch (kind) {
            case PUT ->
                TransactWriteItem.builder()
                        .put(put -> put.tableName(table)
                                .item(item)
                                .conditionExpression(condition)
                                .expressionAttributeNames(placeholders.names())
                                .expressionAttributeValues(placeholders.values())
                                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                        .build();
            case UPDATE ->
                TransactWriteItem.builder()
                        .update(change -> change.tableName(table)
                                .key(item)
                                .updateExpression(update)
                                .conditionExpression(condition)
                                .expressionAttributeNames(placeholders.names())
                                .expressionAttributeValues(placeholders.values())
                                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                        .build();
            case DELETE ->
                TransactWriteItem.builder()
                        .delete(delete -> delete.tableName(table)
                                .key(item)
                                .conditionExpression(condition)
                                .expressionAttributeNames(placeholders.names())
                                .expressionAttributeValues(placeholders.values())
                                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                        .build();
            case CHECK ->
                TransactWriteItem.builder()
                        .conditionCheck(check -> check.tableName(table)
                                .key(item)
                                .conditionExpression(condition)
                                .expressionAttributeNames(placeholders.names())
                                .expressionAttributeValues(placeholders.values())
                                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                        .build();
        };
    }
}
