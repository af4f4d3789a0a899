/** A source as DynamoDB sees it: a table, its keys and its indexes. */
@NullMarked
package dev.ectype.adapter.dynamo.internal.source;

import org.jspecify.annotations.NullMarked;
