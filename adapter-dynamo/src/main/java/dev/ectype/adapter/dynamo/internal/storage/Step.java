package dev.ectype.adapter.dynamo.internal.storage;

import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * One request that brings what is there nearer to what is declared.
 *
 * @param description what it does
 * @param table the table that has to be ready again before the next step
 * @param request makes the request
 */
public record Step(String description, String table, Request request) {

    /** Makes a request. */
    public interface Request {
        /** Makes the request within the time that its configuration says. */
        void send(DynamoDbClient client, AwsRequestOverrideConfiguration within);
    }
}
