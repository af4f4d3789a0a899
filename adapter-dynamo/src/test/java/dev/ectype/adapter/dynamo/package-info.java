/** Tests of the DynamoDB adapter. */
@NullMarked
package dev.ectype.adapter.dynamo;

import org.jspecify.annotations.NullMarked;
