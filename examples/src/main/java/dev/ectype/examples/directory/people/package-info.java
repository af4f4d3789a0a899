/** The people of the directory: their records, how these are stored, and what makes one valid. */
@NullMarked
package dev.ectype.examples.directory.people;

import org.jspecify.annotations.NullMarked;
