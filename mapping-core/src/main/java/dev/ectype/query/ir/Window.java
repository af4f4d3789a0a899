package dev.ectype.query.ir;

import java.util.OptionalLong;

/**
 * Which of the ordered rows are wanted.
 *
 * @param offset how many are passed over
 * @param limit how many are wanted at most, in all and not a page; empty for no limit
 */
public record Window(long offset, OptionalLong limit) {
    /** All rows. */
    public static final Window ALL = new Window(0, OptionalLong.empty());

    /** Checks that neither is negative. */
    public Window {
        if (offset < 0 || limit.orElse(0) < 0) {
            throw new IllegalArgumentException("offset and limit must not be negative: " + offset + ", " + limit);
        }
    }

    /** Returns the first {@code limit} rows. */
    public static Window first(long limit) {
        return new Window(0, OptionalLong.of(limit));
    }

    /** Returns the same with another limit. */
    public Window withLimit(long newLimit) {
        return new Window(offset, OptionalLong.of(newLimit));
    }

    /** Returns the same with another offset. */
    public Window withOffset(long newOffset) {
        return new Window(newOffset, limit);
    }

    /** Tells whether every row is wanted. */
    public boolean isAll() {
        return offset == 0 && limit.isEmpty();
    }

    @Override
    public String toString() {
        return (limit.isPresent() ? "limit " + limit.getAsLong() : "no limit")
                + (offset > 0 ? " offset " + offset : "");
    }
}
