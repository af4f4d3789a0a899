/** How to measure where the machine is not yours alone. */
@NullMarked
package dev.ectype.benchmarks.measuring;

import org.jspecify.annotations.NullMarked;
