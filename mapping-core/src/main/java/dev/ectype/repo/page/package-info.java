/**
 * Pages of an order: a query is read part by part, each part beginning behind the last row of the one before, wherever
 * rows were added or removed in the meantime.
 */
@NullMarked
package dev.ectype.repo.page;

import org.jspecify.annotations.NullMarked;
