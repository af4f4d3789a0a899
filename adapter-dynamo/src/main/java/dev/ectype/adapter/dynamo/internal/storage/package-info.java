/** Tables: what a schema declares, what is there, and the way from one to the other. */
@NullMarked
package dev.ectype.adapter.dynamo.internal.storage;

import org.jspecify.annotations.NullMarked;
