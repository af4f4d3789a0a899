/** Items of DynamoDB to records and back, beside the Enhanced Client's two schemas and code by hand; and expressions. */
@NullMarked
package dev.ectype.benchmarks.dynamo;

import org.jspecify.annotations.NullMarked;
