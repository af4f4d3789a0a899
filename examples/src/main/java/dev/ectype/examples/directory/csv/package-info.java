/** Reads a CSV file of known columns row by row, and says in one sentence what is wrong with a file that cannot be read. */
@NullMarked
package dev.ectype.examples.directory.csv;

import org.jspecify.annotations.NullMarked;
