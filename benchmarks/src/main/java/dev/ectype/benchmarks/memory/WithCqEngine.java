package dev.ectype.benchmarks.memory;

import static com.googlecode.cqengine.query.QueryFactory.applyThresholds;
import static com.googlecode.cqengine.query.QueryFactory.ascending;
import static com.googlecode.cqengine.query.QueryFactory.attribute;
import static com.googlecode.cqengine.query.QueryFactory.between;
import static com.googlecode.cqengine.query.QueryFactory.equal;
import static com.googlecode.cqengine.query.QueryFactory.noQueryOptions;
import static com.googlecode.cqengine.query.QueryFactory.orderBy;
import static com.googlecode.cqengine.query.QueryFactory.queryOptions;
import static com.googlecode.cqengine.query.QueryFactory.threshold;

import com.googlecode.cqengine.ConcurrentIndexedCollection;
import com.googlecode.cqengine.IndexedCollection;
import com.googlecode.cqengine.attribute.Attribute;
import com.googlecode.cqengine.index.hash.HashIndex;
import com.googlecode.cqengine.index.navigable.NavigableIndex;
import com.googlecode.cqengine.index.unique.UniqueIndex;
import com.googlecode.cqengine.query.Query;
import com.googlecode.cqengine.query.option.EngineThresholds;
import com.googlecode.cqengine.query.option.QueryOptions;
import com.googlecode.cqengine.resultset.ResultSet;
import java.util.ArrayList;
import java.util.List;

/** CQEngine with the index that fits each question best; it keeps the records themselves. */
record WithCqEngine(IndexedCollection<Member> members) implements MemberStore {
    private static final Attribute<Member, Integer> ID = attribute(Member.class, Integer.class, "id", Member::id);
    private static final Attribute<Member, String> TEAM = attribute(Member.class, String.class, "team", Member::team);
    private static final Attribute<Member, Integer> SCORE =
            attribute(Member.class, Integer.class, "score", Member::score);

    static WithCqEngine of(List<Member> all) {
        IndexedCollection<Member> members = new ConcurrentIndexedCollection<>();
        members.addIndex(UniqueIndex.onAttribute(ID));
        members.addIndex(HashIndex.onAttribute(TEAM));
        members.addIndex(NavigableIndex.onAttribute(SCORE));
        members.addAll(all);
        return new WithCqEngine(members);
    }

    @Override
    public Member get(int id) {
        try (ResultSet<Member> found = members.retrieve(equal(ID, id))) {
            return found.uniqueResult();
        }
    }

    @Override
    public List<Member> ofTeam(String team) {
        return first(equal(TEAM, team), noQueryOptions(), Integer.MAX_VALUE);
    }

    /** Lets the index make the order, which is much faster here than to sort what was found. */
    @Override
    public List<Member> lowest(int from, int to, int limit) {
        QueryOptions options = queryOptions(
                orderBy(ascending(SCORE)),
                applyThresholds(threshold(EngineThresholds.INDEX_ORDERING_SELECTIVITY, 1.0)));
        return first(between(SCORE, from, to), options, limit);
    }

    private List<Member> first(Query<Member> query, QueryOptions options, int limit) {
        List<Member> found = new ArrayList<>();
        try (ResultSet<Member> results = members.retrieve(query, options)) {
            for (Member member : results) {
                found.add(member);
                if (found.size() == limit) {
                    break;
                }
            }
        }
        return found;
    }
}
