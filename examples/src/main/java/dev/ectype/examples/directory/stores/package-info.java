/** Opens the store that people are kept in, by the name or the URL that a command line gives. */
@NullMarked
package dev.ectype.examples.directory.stores;

import org.jspecify.annotations.NullMarked;
