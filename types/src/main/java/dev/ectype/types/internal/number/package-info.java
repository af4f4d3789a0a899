/** Numbers from text and from other numbers, without loss and within bounds. Not part of the promised API. */
@NullMarked
package dev.ectype.types.internal.number;

import org.jspecify.annotations.NullMarked;
