/** Writes: markers, expressions, bulk. */
@NullMarked
package dev.ectype.adapter.dynamo.write;

import org.jspecify.annotations.NullMarked;
