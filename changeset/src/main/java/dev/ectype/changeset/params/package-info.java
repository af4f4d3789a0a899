/** Params as web frameworks hand them over, turned into the nested maps that a cast reads. */
@NullMarked
package dev.ectype.changeset.params;

import org.jspecify.annotations.NullMarked;
