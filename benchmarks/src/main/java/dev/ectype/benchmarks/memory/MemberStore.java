package dev.ectype.benchmarks.memory;

import java.util.List;

/** One way of keeping members in memory and finding them. Safe for use by several threads, unless it says otherwise. */
interface MemberStore extends AutoCloseable {

    /** Returns the member of an id, which is there. */
    Member get(int id);

    /** Returns the members of a team, in any order. */
    List<Member> ofTeam(String team);

    /** Returns the members with the lowest scores of a range, lowest first. */
    List<Member> lowest(int from, int to, int limit);

    @Override
    default void close() {}
}
