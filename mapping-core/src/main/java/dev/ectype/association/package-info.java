/**
 * Related records as values of a record's components: read, or not read and saying so. Nothing here reads anything.
 */
@NullMarked
package dev.ectype.association;

import org.jspecify.annotations.NullMarked;
