/** Queries: immutable values of a schema, conditions in jOOQ's DSL, an order and a window. */
@NullMarked
package dev.ectype.query;

import org.jspecify.annotations.NullMarked;
