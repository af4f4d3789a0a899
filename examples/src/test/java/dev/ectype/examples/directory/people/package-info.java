/** Tests of the package of the same name. */
@NullMarked
package dev.ectype.examples.directory.people;

import org.jspecify.annotations.NullMarked;
