package dev.ectype.tck.self;

import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Predicate.In;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.AtomicWriting;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.Transactional;
import dev.ectype.tck.profile.Capability;
import java.util.List;
import java.util.Optional;

/** Adapters with which related records go wrong, though the core does its part. */
final class RelationMutants {
    private RelationMutants() {}

    static List<Mutant> all() {
        return List.of(
                Mutant.of("keeps the owner of a record that it refuses", "RW6", "Relating", StateMutants::pretending),
                Mutant.of("keeps the owner of a record that is gone", "RW7", "Relating", StateMutants::pretending),
                sweeping("removes the records of every owner", "RR8"),
                sweeping("clears the records of every owner", "RR9"),
                Mutant.asking(
                        "finds the records of the first key alone",
                        "PL1",
                        "Preloading",
                        Rewriting.conditions(RelationMutants::firstKey)));
    }

    private static Mutant sweeping(String fault, String rule) {
        return Mutant.of(fault, rule, "Replacing", Sweeping::new)
                .claiming(all -> all.without(Capability.TRANSACTIONS, "one by one")
                        .without(Capability.ATOMIC_WRITES, "one by one"));
    }

    private static Predicate firstKey(Predicate predicate) {
        return predicate instanceof In in && in.values().size() > 1
                ? new In(in.operand(), in.values().subList(0, 1))
                : predicate;
    }

    /** Changes and removes all rows of a source, whatever the conditions. */
    private static final class Sweeping extends MapAdapter {
        private static NativePlan everything(NativePlan plan, MapAdapter maps) {
            QueryRequest query = ((MapPlan) plan).query();
            return maps.plan(Rewriting.where(query, List.of())).plan();
        }

        @Override
        public <T> Optional<T> as(Class<T> part) {
            return part == Transactional.class || part == AtomicWriting.class ? Optional.empty() : super.as(part);
        }

        @Override
        public long updateAll(NativePlan plan, List<Assignment> assignments, CallOptions options) {
            return super.updateAll(everything(plan, this), assignments, options);
        }

        @Override
        public long deleteAll(NativePlan plan, CallOptions options) {
            return super.deleteAll(everything(plan, this), options);
        }
    }
}
