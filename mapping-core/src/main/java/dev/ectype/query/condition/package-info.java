/**
 * Conditions that jOOQ has no words for, or other words in every store: members of lists and sets, elements, sizes, and
 * a driver's own terms. {@link dev.ectype.query.condition.Conditions} makes them; they combine with jOOQ's by {@code and},
 * {@code or} and {@code not}.
 */
@NullMarked
package dev.ectype.query.condition;

import org.jspecify.annotations.NullMarked;
