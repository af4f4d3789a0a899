/** Tests of the package of the same name. */
@NullMarked
package dev.ectype.examples.guides;

import org.jspecify.annotations.NullMarked;
