/**
 * A directory of people: reads them from a CSV, casts and validates each row with a changeset, stores the valid ones and
 * asks the store about them.
 */
@NullMarked
package dev.ectype.examples.directory;

import org.jspecify.annotations.NullMarked;
