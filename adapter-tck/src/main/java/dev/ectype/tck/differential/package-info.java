/**
 * One query of jOOQ's, answered three times: by an SQL engine, by the reference evaluator and by the adapter under test.
 * {@link dev.ectype.tck.differential.DifferentialContract} is extended by a test of the adapter.
 */
@NullMarked
package dev.ectype.tck.differential;

import org.jspecify.annotations.NullMarked;
