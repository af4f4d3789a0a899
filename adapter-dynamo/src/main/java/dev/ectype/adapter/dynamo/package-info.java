/** The adapter for Amazon DynamoDB: it translates queries of the core into key conditions and expressions. */
@NullMarked
package dev.ectype.adapter.dynamo;

import org.jspecify.annotations.NullMarked;
