package dev.ectype.adapter.inmemory.internal.plan;

import dev.ectype.spi.NativePlan.Access;
import java.util.List;
import java.util.stream.Collectors;
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

    private static String words(List<ColumnTest> tests) {
        return tests.stream().map(ColumnTest::toString).collect(Collectors.joining(", "));
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
     * @param tests what is said of the key
     */
    record ByKey(List<List<Object>> keys, List<ColumnTest> tests) implements AccessPath {
        @Override
        public Access access() {
            return Access.KEY;
        }

        @Override
        public String describe() {
            return "primary key: " + words(tests);
        }
    }

    /**
     * Ranges of an index.
     *
     * @param index its name
     * @param ranges the ranges, ascending and apart from each other
     * @param behind the part of the index behind the place where the window begins, null for all of it
     * @param walk how the ranges are passed through
     * @param tests what is said of the indexed fields
     * @param access whether the conditions or the window bound the cost
     */
    record ByIndex(
            String index, List<Range> ranges, @Nullable Range behind, Walk walk, List<ColumnTest> tests, Access access)
            implements AccessPath {
        ByIndex(String index, List<Range> ranges, @Nullable Range behind, Walk walk, List<ColumnTest> tests) {
            this(index, ranges, behind, walk, tests, Access.INDEX);
        }

        /** Returns the same path, whose cost nothing bounds. */
        ByIndex asScan() {
            return new ByIndex(index, ranges, behind, walk, tests, Access.SCAN);
        }

        @Override
        public String describe() {
            String way = walk == Walk.BACKWARD ? ", backward" : "";
            return "index " + index + ": " + (tests.isEmpty() ? "all of it" : words(tests)) + way;
        }

        @Override
        public boolean isInOrder() {
            return walk != Walk.UNORDERED;
        }
    }

    /**
     * Rows of a hashed index.
     *
     * @param index its name
     * @param keys the values of its fields, each list once
     * @param tests what is said of the indexed fields
     */
    record ByHash(String index, List<@Nullable Object[]> keys, List<ColumnTest> tests) implements AccessPath {
        @Override
        public Access access() {
            return Access.INDEX;
        }

        @Override
        public String describe() {
            return "hashed index " + index + ": " + words(tests);
        }
    }

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
