package dev.ectype.benchmarks.memory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a store is asked: places all over it, in an order that no processor foresees. Used by one thread. */
final class Questions {
    /** How many members the range of a question has. */
    static final int RANGE = 1_000;

    /** How many of them are wanted. */
    static final int LIMIT = 20;

    private final int[] ids;
    private int at;

    private Questions(int[] ids) {
        this.ids = ids;
    }

    /**
     * Returns questions at random.
     *
     * @param rows how many members there are
     * @param different how many of them are asked for at most; a power of two
     */
    static Questions random(int rows, int different) {
        return new Questions(new Random(rows).ints(different, 0, rows - RANGE).toArray());
    }

    /**
     * Returns questions for members at equal distances, none twice, in an order made by chance.
     *
     * @param rows how many members there are
     * @param different how many of them are asked for; a power of two
     */
    static Questions spread(int rows, int different) {
        List<Integer> ids = IntStream.range(0, different)
                .mapToObj(i -> (int) ((long) i * rows / different))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(ids, new Random(rows));
        return new Questions(ids.stream().mapToInt(Integer::intValue).toArray());
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
