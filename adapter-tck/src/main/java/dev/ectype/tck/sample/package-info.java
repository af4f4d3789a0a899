/** The sources, values and conditions that the contract tests are written with. */
@NullMarked
package dev.ectype.tck.sample;

import org.jspecify.annotations.NullMarked;
