/** Reads: by which requests, in which order, and what they cost. */
@NullMarked
package dev.ectype.adapter.dynamo.read;

import org.jspecify.annotations.NullMarked;
