/** A controller's request: what casting and validating it costs beside the other ways to do so. */
@NullMarked
package dev.ectype.benchmarks.validation;

import org.jspecify.annotations.NullMarked;
