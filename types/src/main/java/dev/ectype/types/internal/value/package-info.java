/** Values whose type is not known beforehand: copying, comparing, storing. Not part of the promised API. */
@NullMarked
package dev.ectype.types.internal.value;

import org.jspecify.annotations.NullMarked;
