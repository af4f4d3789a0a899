/** Writes as the store says them, and what the store's errors say: which rule, which outcome, whether to try again. */
@NullMarked
package dev.ectype.adapter.mongo.internal.write;

import org.jspecify.annotations.NullMarked;
