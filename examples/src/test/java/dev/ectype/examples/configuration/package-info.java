/** Tests of the package of the same name. */
@NullMarked
package dev.ectype.examples.configuration;

import org.jspecify.annotations.NullMarked;
