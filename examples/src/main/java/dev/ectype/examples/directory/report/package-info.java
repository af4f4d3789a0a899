/** Shows text from files nobody checked in a terminal: tables, what was rejected, progress. */
@NullMarked
package dev.ectype.examples.directory.report;

import org.jspecify.annotations.NullMarked;
