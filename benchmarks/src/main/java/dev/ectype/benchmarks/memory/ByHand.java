package dev.ectype.benchmarks.memory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;

/**
 * The maps that one would write for these very questions: by id, lists by team, and sorted by score.
 *
 * @param <E> what is kept of a member
 * @param byId all by id
 * @param byTeam all by team
 * @param byScore all by score
 * @param reading makes the member of what is kept
 */
record ByHand<E>(
        Map<Integer, E> byId,
        Map<String, List<E>> byTeam,
        NavigableMap<Integer, E> byScore,
        Function<E, Member> reading)
        implements MemberStore {

    static <E> ByHand<E> of(List<Member> members, Function<Member, E> keeping, Function<E, Member> reading) {
        ByHand<E> made = new ByHand<>(
                new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), new ConcurrentSkipListMap<>(), reading);
        for (Member member : members) {
            E kept = keeping.apply(member);
            made.byId.put(member.id(), kept);
            made.byTeam
                    .computeIfAbsent(member.team(), team -> new ArrayList<>())
                    .add(kept);
            made.byScore.put(member.score(), kept);
        }
        return made;
    }

    @Override
    public Member get(int id) {
        return reading.apply(Objects.requireNonNull(byId.get(id)));
    }

    @Override
    public List<Member> ofTeam(String team) {
        return first(byTeam.getOrDefault(team, List.of()), Integer.MAX_VALUE);
    }

    @Override
    public List<Member> lowest(int from, int to, int limit) {
        return first(byScore.subMap(from, true, to, true).values(), limit);
    }

    private List<Member> first(Collection<E> kept, int limit) {
        List<Member> members = new ArrayList<>();
        for (E each : kept) {
            if (members.size() == limit) {
                break;
            }
            members.add(reading.apply(each));
        }
        return members;
    }
}
