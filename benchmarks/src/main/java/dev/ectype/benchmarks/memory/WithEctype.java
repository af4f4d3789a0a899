package dev.ectype.benchmarks.memory;

import static dev.ectype.benchmarks.memory.Members.MEMBERS;
import static dev.ectype.query.Query.from;

import dev.ectype.adapter.inmemory.InMemoryAdapter;
import dev.ectype.repo.Repo;
import java.util.List;

/** A repo over the in-memory store; every query is said anew, as programs do. */
record WithEctype(Repo repo) implements MemberStore {

    static WithEctype of(List<Member> members) {
        Repo repo = Repo.over(InMemoryAdapter.create());
        repo.insertAll(MEMBERS, members);
        return new WithEctype(repo);
    }

    @Override
    public Member get(int id) {
        return repo.getOrThrow(MEMBERS, id);
    }

    @Override
    public List<Member> ofTeam(String team) {
        return repo.all(from(MEMBERS).where(MEMBERS.team.eq(team)));
    }

    @Override
    public List<Member> lowest(int from, int to, int limit) {
        return repo.all(from(MEMBERS)
                .where(MEMBERS.score.ge(from).and(MEMBERS.score.le(to)))
                .orderBy(MEMBERS.score.asc())
                .limit(limit));
    }

    @Override
    public void close() {
        repo.close();
    }
}
