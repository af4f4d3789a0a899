/** Expressions of DynamoDB: conditions as trees, written with a placeholder for every name and every value. */
@NullMarked
package dev.ectype.adapter.dynamo.internal.expression;

import org.jspecify.annotations.NullMarked;
