/** A library: authors with books, books with subjects and copies, and how they are written and read together. */
@NullMarked
package dev.ectype.examples.library;

import org.jspecify.annotations.NullMarked;
