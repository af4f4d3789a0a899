/** Tests that run the people directory as its users do. */
@NullMarked
package dev.ectype.examples.directory;

import org.jspecify.annotations.NullMarked;
