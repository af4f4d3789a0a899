/** Phone numbers as values, on top of libphonenumber, which this package keeps to itself. */
@NullMarked
package dev.ectype.types.phone;

import org.jspecify.annotations.NullMarked;
