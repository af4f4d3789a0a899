/**
 * Writes that belong together: in a transaction, as one request of writes that are all known beforehand, or refused before
 * the first of them; never pretended.
 */
@NullMarked
package dev.ectype.repo.atomic;

import org.jspecify.annotations.NullMarked;
