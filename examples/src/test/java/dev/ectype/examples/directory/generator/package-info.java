/** Tests of the package of the same name. */
@NullMarked
package dev.ectype.examples.directory.generator;

import org.jspecify.annotations.NullMarked;
