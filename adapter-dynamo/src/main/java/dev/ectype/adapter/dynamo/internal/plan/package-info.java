/** What a query becomes: keys to get, queries of a partition, or a scan, and what is tested where. */
@NullMarked
package dev.ectype.adapter.dynamo.internal.plan;

import org.jspecify.annotations.NullMarked;
