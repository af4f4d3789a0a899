/**
 * From the query IR to filters, expressions, pipelines and sort keys: every form answers as the reference evaluator
 * does, with its three truth values, or is refused with a reason.
 */
@NullMarked
package dev.ectype.adapter.mongo.internal.query;

import org.jspecify.annotations.NullMarked;
