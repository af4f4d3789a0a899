package dev.ectype.adapter.inmemory.internal.plan;

import dev.ectype.spi.NativePlan.Access;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the rows of a query are found. Immutable. */
sealed interface AccessPath {

    /** Returns the kind of path, as callers are told. */
    Access access();

    /** Returns the path in words, without values. */
    String describe();

    /** Tells whether the rows come in the order that is wanted. */
    default boolean isInOrder() {
        return false;
    }

    /** No row: a condition cannot be true. */
    record Nothing() implements AccessPath {
        @Override
        public Access access() {
            return Access.KEY;
        }

        @Override
        public String describe() {
            return "nothing, for a condition is never true";
        }
    }

    /**
     * Single rows.
     *
     * @param keys their primary keys, different from each other
     * @param shape what is known of the key
     */
    record ByKey(List<List<Object>> keys, String shape) implements AccessPath {
        @Override
        public Access access() {
            return Access.KEY;
        }

        @Override
        public String describe() {
            return "primary key: " + shape;
        }
    }

    /**
     * Ranges of an index.
     *
     * @param index its name
     * @param ranges the ranges, ascending and apart from each other
     * @param behind the part of the index behind the place where the window begins, null for all of it
     * @param walk how the ranges are passed through
     * @param reach how far the path leads
     */
    record ByIndex(
            String index, List<Range> ranges, @Nullable Range behind, Walk walk, Reach reach) implements AccessPath {
        @Override
        public Access access() {
            return reach.access;
        }

        @Override
        public String describe() {
            String way = walk == Walk.BACKWARD ? ", backward" : "";
            return "index " + index + ": " + (reach.shape.isEmpty() ? "all of it" : reach.shape) + way;
        }

        @Override
        public boolean isInOrder() {
            return walk != Walk.UNORDERED;
        }
    }

    /**
     * How far an index leads.
     *
     * @param access index if conditions or the window bound the cost, or else scan
     * @param shape what is known of the indexed fields, without values
     */
    record Reach(Access access, String shape) {}

    /** All rows. */
    record Everything() implements AccessPath {
        @Override
        public Access access() {
            return Access.SCAN;
        }

        @Override
        public String describe() {
            return "all rows";
        }
    }

    /** How the entries of an index are passed through. */
    enum Walk {
        /** Forward, which is not an order that is wanted. */
        UNORDERED,
        /** Forward, which is the wanted order. */
        FORWARD,
        /** Backward, which is the wanted order. */
        BACKWARD
    }
}
