/**
 * The reference evaluator: what {@link dev.ectype.query.eval.Evaluator} answers for a row is what a query means, on every
 * store. {@link dev.ectype.query.eval.Values} fixes equality and order of stored values.
 */
@NullMarked
package dev.ectype.query.eval;

import org.jspecify.annotations.NullMarked;
