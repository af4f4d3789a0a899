/** Identifiers that are made here and not by a store. */
@NullMarked
package dev.ectype.types.id;

import org.jspecify.annotations.NullMarked;
