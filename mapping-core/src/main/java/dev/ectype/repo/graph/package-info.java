/**
 * Writes an owner together with its related records: first what it refers to, then itself, then what refers to it, with the
 * keys carried from one to the other.
 */
@NullMarked
package dev.ectype.repo.graph;

import org.jspecify.annotations.NullMarked;
