/**
 * The store itself: tables of immutable rows in persistent trees, published together as one snapshot. Readers take the
 * latest snapshot and never wait; a writer holds the lock of its table.
 */
@NullMarked
package dev.ectype.adapter.inmemory.internal.store;

import org.jspecify.annotations.NullMarked;
