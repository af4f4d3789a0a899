/**
 * Reads related records and puts them into their owners: one batched query for each association and level, its rows grouped
 * here by key and never by the order in which a store returns them.
 */
@NullMarked
package dev.ectype.preload;

import org.jspecify.annotations.NullMarked;
