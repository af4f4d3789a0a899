/** The list of people: which, in which order, from where on. Its request is cast and validated like any other. */
@NullMarked
package dev.ectype.examples.directory.web.listing;

import org.jspecify.annotations.NullMarked;
