/** The rules of claims (CL): what an adapter does not claim is refused, with the text that its profile documents. */
@NullMarked
package dev.ectype.tck.claim;

import org.jspecify.annotations.NullMarked;
