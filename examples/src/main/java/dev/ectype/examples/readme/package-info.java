/** The code that the README shows, compiled and run. */
@NullMarked
package dev.ectype.examples.readme;

import org.jspecify.annotations.NullMarked;
