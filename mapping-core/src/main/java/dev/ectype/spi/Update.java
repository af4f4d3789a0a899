package dev.ectype.spi;

import dev.ectype.query.ir.Predicate;
import dev.ectype.types.stored.Row;
import java.util.List;
import java.util.Optional;

/**
 * The change of one row, found by its key.
 *
 * @param source where
 * @param key the neutral values of the primary key, in the order of {@link Source#key}
 * @param assignments the changes, at least one, of paths that do not overlap
 * @param conditions what must hold of the stored row as well; otherwise the outcome is stale
 * @param returning the slots that the outcome must tell, as they are after the change
 * @param options the options of the call
 * @param before what the writer took the row to be; only for {@link ElementChanging}, and empty if nobody said
 */
public record Update(
        Source source,
        List<Object> key,
        List<Assignment> assignments,
        List<Predicate> conditions,
        List<Integer> returning,
        CallOptions options,
        Optional<Row> before)
        implements Write {
    /** Creates the change of a row of which nobody says what it was. */
    @SuppressWarnings("checkstyle:ParameterNumber") // the record's own components, but one
    public Update(
            Source source,
            List<Object> key,
            List<Assignment> assignments,
            List<Predicate> conditions,
            List<Integer> returning,
            CallOptions options) {
        this(source, key, assignments, conditions, returning, options, Optional.empty());
    }

    /** Copies the lists. */
    public Update {
        key = List.copyOf(key);
        assignments = List.copyOf(assignments);
        conditions = List.copyOf(conditions);
        returning = List.copyOf(returning);
    }

    /** Returns the same change, with what the writer took the row to be. */
    public Update knowing(Row row) {
        return new Update(source, key, assignments, conditions, returning, options, Optional.of(row));
    }
}
