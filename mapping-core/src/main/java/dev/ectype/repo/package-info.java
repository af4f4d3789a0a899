/** Repos: what reads and writes the records of schemas through one adapter. */
@NullMarked
package dev.ectype.repo;

import org.jspecify.annotations.NullMarked;
