/** Members of a club: everything that the page on writing shows. */
@NullMarked
package dev.ectype.examples.writing;

import org.jspecify.annotations.NullMarked;
