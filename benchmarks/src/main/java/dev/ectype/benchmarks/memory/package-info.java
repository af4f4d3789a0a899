/** The in-memory store beside maps by hand, CQEngine and H2: the same members, found in the same ways. */
@NullMarked
package dev.ectype.benchmarks.memory;

import org.jspecify.annotations.NullMarked;
