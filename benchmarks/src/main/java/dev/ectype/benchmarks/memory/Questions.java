package dev.ectype.benchmarks.memory;

import java.util.List;
import java.util.Random;

/** What a store is asked: places all over it, in an order that no processor foresees. Used by one thread. */
final class Questions {
    /** How many members the range of a question has. */
    static final int RANGE = 1_000;

    /** How many of them are wanted. */
    static final int LIMIT = 20;

    private static final int MOST = 1 << 20;

    private final int[] ids;
    private int at;

    /**
     * @param rows how many members there are
     * @param different how many of them are asked for at most, at random; a power of two
     */
    Questions(int rows, int different) {
        Random random = new Random(rows);
        this.ids = random.ints(Math.min(different, MOST), 0, rows - RANGE).toArray();
    }

    /** Returns the next id. */
    int id() {
        at = (at + 1) & (ids.length - 1);
        return ids[at];
    }

    /** Returns the next team. */
    String team(int rows) {
        return Member.teamName(id() % (rows / Member.OF_TEAM));
    }

    /** Returns what a store finds of a range of scores. */
    List<Member> firstOfRange(MemberStore store) {
        int from = id();
        return store.lowest(from, from + RANGE - 1, LIMIT);
    }
}
