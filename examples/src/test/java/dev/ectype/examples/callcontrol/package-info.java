/** Tests of the package of the same name. */
@NullMarked
package dev.ectype.examples.callcontrol;

import org.jspecify.annotations.NullMarked;
