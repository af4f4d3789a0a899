/**
 * Who does what of a query: the adapter is asked once, its answer is checked, and what is left is finished here by the
 * reference evaluator or refused before the store is touched.
 */
@NullMarked
package dev.ectype.plan;

import org.jspecify.annotations.NullMarked;
