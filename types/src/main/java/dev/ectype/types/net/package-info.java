/** Addresses of the internet as values. */
@NullMarked
package dev.ectype.types.net;

import org.jspecify.annotations.NullMarked;
