package dev.ectype.spi;

import dev.ectype.query.ir.Predicate;
import java.util.List;

/**
 * The change of one row, found by its key.
 *
 * @param source where
 * @param key the neutral values of the primary key, in the order of {@link Source#key}
 * @param assignments the changes, at least one, of paths that do not overlap
 * @param conditions what must hold of the stored row as well; otherwise the outcome is stale
 * @param returning the slots that the outcome must tell, as they are after the change
 * @param options the options of the call
 */
public record Update(
        Source source,
        List<Object> key,
        List<Assignment> assignments,
        List<Predicate> conditions,
        List<Integer> returning,
        CallOptions options)
        implements Write {
    /** Copies the lists. */
    public Update {
        key = List.copyOf(key);
        assignments = List.copyOf(assignments);
        conditions = List.copyOf(conditions);
        returning = List.copyOf(returning);
    }
}
