/** How a test gets an adapter, sources and rows, and how the answer to a query is checked against its meaning. */
@NullMarked
package dev.ectype.tck.harness;

import org.jspecify.annotations.NullMarked;
