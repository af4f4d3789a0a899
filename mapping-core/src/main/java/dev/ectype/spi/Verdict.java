package dev.ectype.spi;

/** What an adapter says to one part of a query. */
public sealed interface Verdict {

    /** The store does exactly this: the same rows, or the same order, as the reference evaluator. */
    record Exact() implements Verdict {
        private static final Exact INSTANCE = new Exact();

        @Override
        public String toString() {
            return "exact";
        }
    }

    /** The store narrows by a weaker condition: no wanted row is missing, and the core checks each again. */
    record Superset(String why) implements Verdict {
        @Override
        public String toString() {
            return "narrowed: " + why;
        }
    }

    /** Not sent to the store. */
    record Refused(String why) implements Verdict {
        @Override
        public String toString() {
            return "refused: " + why;
        }
    }

    /** Returns the verdict of a store that does exactly this. */
    static Verdict exact() {
        return Exact.INSTANCE;
    }

    /** Returns the verdict of a store that narrows. */
    static Verdict superset(String why) {
        return new Superset(why);
    }

    /** Returns the verdict of a store that does not. */
    static Verdict refused(String why) {
        return new Refused(why);
    }

    /** Tells whether nothing is left to do for this part. */
    default boolean isExact() {
        return this instanceof Exact;
    }
}
