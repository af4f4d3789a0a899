/**
 * Writes: expressions where the store can make a change by itself, otherwise a read, a computed change and a condition
 * that nobody was faster; markers that keep unique indexes true; several writes in one transaction.
 */
@NullMarked
package dev.ectype.adapter.dynamo.internal.write;

import org.jspecify.annotations.NullMarked;
