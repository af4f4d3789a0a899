/** A shop that takes requests and stores nothing: what the guides to changesets show. */
@NullMarked
package dev.ectype.examples.shop;

import org.jspecify.annotations.NullMarked;
