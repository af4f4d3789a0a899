/** The contract of storage adapters, as tests. */
@NullMarked
package dev.ectype.tck;

import org.jspecify.annotations.NullMarked;
