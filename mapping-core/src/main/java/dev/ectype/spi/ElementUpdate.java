package dev.ectype.spi;

import dev.ectype.query.ir.Predicate;
import java.util.List;

/**
 * What becomes of the elements of a list that meet a condition; the others stay, and so does an element that is null. All
 * paths start at the element, as below a {@link Predicate.AnyElement}.
 *
 * @param condition which elements change: those for which it is true
 * @param assignments what changes of each
 */
public record ElementUpdate(Predicate condition, List<Assignment> assignments) {
    /** Copies the assignments. */
    public ElementUpdate {
        assignments = List.copyOf(assignments);
    }
}
