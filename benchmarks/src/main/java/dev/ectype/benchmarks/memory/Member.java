package dev.ectype.benchmarks.memory;

import java.util.ArrayList;
import java.util.List;

/** What all stores keep. */
public record Member(Integer id, String name, String team, Integer score, Long balance, Boolean active) {
    /** How many members a team has. */
    static final int OF_TEAM = 100;

    private static final long APART = 7_919;

    /** Returns one of so many members, none of whom has the score of another. */
    static Member of(int id, int all) {
        int score = (int) (id * APART % all);
        return new Member(id, "member " + id, teamName(id % (all / OF_TEAM)), score, id * 1_000_003L, id % 2 == 0);
    }

    static String teamName(int number) {
        return "team " + number;
    }

    /** Returns so many members, a multiple of the size of a team. */
    static List<Member> all(int count) {
        List<Member> members = new ArrayList<>(count);
        for (int id = 0; id < count; id++) {
            members.add(of(id, count));
        }
        return members;
    }
}
