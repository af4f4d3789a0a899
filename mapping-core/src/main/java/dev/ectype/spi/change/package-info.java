/** What assignments do to a row, for stores that compute the changed row before they write it. */
@NullMarked
package dev.ectype.spi.change;

import org.jspecify.annotations.NullMarked;
