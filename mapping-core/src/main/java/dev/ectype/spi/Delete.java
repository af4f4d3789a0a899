package dev.ectype.spi;

import dev.ectype.query.ir.Predicate;
import java.util.List;

/**
 * The removal of one row, found by its key.
 *
 * @param source where
 * @param key the neutral values of the primary key, in the order of {@link Source#key}
 * @param conditions what must hold of the stored row as well; otherwise the outcome is stale
 * @param returning the slots that the outcome must tell, as they were before
 * @param options the options of the call
 */
public record Delete(
        Source source, List<Object> key, List<Predicate> conditions, List<Integer> returning, CallOptions options)
        implements Write {
    /** Copies the lists. */
    public Delete {
        key = List.copyOf(key);
        conditions = List.copyOf(conditions);
        returning = List.copyOf(returning);
    }
}
