package dev.ectype.benchmarks.memory;

/** Which keys of a table are asked for. */
public enum Asked {
    /** As many of any table, at equal distances, so few that whatever they need stands in the processor's caches. */
    FEW {
        @Override
        Questions of(int rows) {
            return Questions.spread(rows, 1 << 7);
        }
    },
    /** As many of any table, at equal distances, of whose rows the nearest caches hold a part. */
    A_THOUSAND {
        @Override
        Questions of(int rows) {
            return Questions.spread(rows, 1 << 10);
        }
    },
    /** Keys from all over the table, which wait for memory the more often the larger it is. */
    ALL_OVER {
        @Override
        Questions of(int rows) {
            return Questions.random(rows, 1 << 20);
        }
    };

    /** Returns the questions to a table of so many rows. */
    abstract Questions of(int rows);
}
