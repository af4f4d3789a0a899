/**
 * The query as a store sees it: immutable predicates, orders and windows over the stored form, with every value cast
 * and dumped. jOOQ, schemas and domain classes stop before this package; the meaning of each node is what
 * {@code dev.ectype.query.eval} computes for it.
 */
@NullMarked
package dev.ectype.query.ir;

import org.jspecify.annotations.NullMarked;
