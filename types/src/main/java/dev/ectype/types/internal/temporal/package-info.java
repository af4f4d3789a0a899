/** Dates and times from text, parts and other dates and times. Not part of the promised API. */
@NullMarked
package dev.ectype.types.internal.temporal;

import org.jspecify.annotations.NullMarked;
