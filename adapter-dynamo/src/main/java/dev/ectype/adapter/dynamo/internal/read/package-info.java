/** Running plans: pages of items followed to their end, rows tested and cut on arrival. */
@NullMarked
package dev.ectype.adapter.dynamo.internal.read;

import org.jspecify.annotations.NullMarked;
