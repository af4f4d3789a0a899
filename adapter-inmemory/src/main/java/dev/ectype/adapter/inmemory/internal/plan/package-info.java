/** How a query finds its rows: the choice of a key or an index, what is left to check, and the walk over the result. */
@NullMarked
package dev.ectype.adapter.inmemory.internal.plan;

import org.jspecify.annotations.NullMarked;
