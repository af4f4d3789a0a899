/** Requests to the store: within a time limit, tried again where that is safe, and failures said in the toolkit's words. */
@NullMarked
package dev.ectype.adapter.dynamo.internal.call;

import org.jspecify.annotations.NullMarked;
