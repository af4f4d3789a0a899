package dev.ectype.benchmarks.memory;

import static dev.ectype.benchmarks.memory.Members.MEMBERS;

import java.util.List;
import java.util.function.Function;

/** Whose way. */
public enum Stores {
    /** A repo over the in-memory store. */
    ECTYPE {
        @Override
        MemberStore of(List<Member> members) {
            return WithEctype.of(members);
        }
    },
    /** Maps of rows in their stored form, of which records are read as a repo reads them. */
    ROWS_BY_HAND {
        @Override
        MemberStore of(List<Member> members) {
            return ByHand.of(members, MEMBERS::dump, MEMBERS::load);
        }
    },
    /** Maps of the records themselves. */
    RECORDS_BY_HAND {
        @Override
        MemberStore of(List<Member> members) {
            return ByHand.of(members, Function.identity(), Function.identity());
        }
    },
    /** CQEngine, which keeps the records themselves. */
    CQENGINE {
        @Override
        MemberStore of(List<Member> members) {
            return WithCqEngine.of(members);
        }
    },
    /** H2 in memory, through JDBC. */
    H2 {
        @Override
        MemberStore of(List<Member> members) {
            return WithH2.of(members);
        }
    };

    /** Returns a store of members. */
    abstract MemberStore of(List<Member> members);
}
