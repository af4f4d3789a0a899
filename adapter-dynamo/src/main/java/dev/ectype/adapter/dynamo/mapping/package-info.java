/** What a schema says to DynamoDB alone: how its table is keyed, indexed, billed and cleaned. */
@NullMarked
package dev.ectype.adapter.dynamo.mapping;

import org.jspecify.annotations.NullMarked;
