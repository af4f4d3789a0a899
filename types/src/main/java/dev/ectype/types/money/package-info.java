/** Amounts of money as values. */
@NullMarked
package dev.ectype.types.money;

import org.jspecify.annotations.NullMarked;
