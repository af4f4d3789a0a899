/** The rules of the design that a compiler cannot see, as tests. */
@NullMarked
package dev.ectype.architecture;

import org.jspecify.annotations.NullMarked;
