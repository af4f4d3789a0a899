package dev.ectype.query.ir;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Which of the ordered rows are wanted.
 *
 * @param after the keys of the order of the row behind which the wanted ones begin; empty to begin at the first
 * @param offset how many are passed over
 * @param limit how many are wanted at most, in all and not a page; empty for no limit
 */
public record Window(Optional<Keyset> after, long offset, OptionalLong limit) {
    /** All rows. */
    public static final Window ALL = new Window(Optional.empty(), 0, OptionalLong.empty());

    /**
     * A place in an order: a neutral value, or null, for each of its keys.
     *
     * @param values the values, in the order of the keys
     */
    public record Keyset(List<@Nullable Object> values) {
        /** Copies the values. */
        public Keyset {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }

        /** Says how many values there are and not which. */
        @Override
        public String toString() {
            return values.size() + " keys";
        }
    }

    /** Checks that neither number is negative. */
    public Window {
        if (offset < 0 || limit.orElse(0) < 0) {
            throw new IllegalArgumentException("offset and limit must not be negative: " + offset + ", " + limit);
        }
    }

    /** Returns the first {@code limit} rows. */
    public static Window first(long limit) {
        return ALL.withLimit(limit);
    }

    /** Returns the same with another limit. */
    public Window withLimit(long newLimit) {
        return new Window(after, offset, OptionalLong.of(newLimit));
    }

    /** Returns the same with another offset. */
    public Window withOffset(long newOffset) {
        return new Window(after, newOffset, limit);
    }

    /** Returns the same, beginning behind another row. */
    public Window withAfter(Keyset keyset) {
        return new Window(Optional.of(keyset), offset, limit);
    }

    /** Tells whether every row is wanted. */
    public boolean isAll() {
        return after.isEmpty() && offset == 0 && limit.isEmpty();
    }

    @Override
    public String toString() {
        return (limit.isPresent() ? "limit " + limit.getAsLong() : "no limit")
                + (offset > 0 ? " offset " + offset : "")
                + after.map(keyset -> " after " + keyset).orElse("");
    }
}
