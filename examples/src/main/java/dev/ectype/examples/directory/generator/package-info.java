/** Writes the CSV that the directory reads when it is given no other: people of many countries, and much that is wrong. */
@NullMarked
package dev.ectype.examples.directory.generator;

import org.jspecify.annotations.NullMarked;
