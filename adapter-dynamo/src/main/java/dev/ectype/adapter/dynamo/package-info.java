/**
 * DynamoDB: {@link dev.ectype.adapter.dynamo.DynamoAdapter} reads and writes through the AWS SDK's client,
 * {@link dev.ectype.adapter.dynamo.DynamoStorage} makes the tables. What a schema or a call says to this store alone is in
 * the packages {@code mapping} and {@code request}.
 */
@NullMarked
package dev.ectype.adapter.dynamo;

import org.jspecify.annotations.NullMarked;
