package dev.ectype.tck.self;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.query.ir.Window;
import dev.ectype.spi.Insert;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.Verdict;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.tck.profile.Capability;
import dev.ectype.tck.profile.Capability.Group;
import dev.ectype.tck.profile.Needs;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Claims bind in both directions: of every capability it is found out if an adapter does more, and if it does less. */
class ClaimsTest {
    private static final Set<Group> OF_QUERIES =
            EnumSet.of(Group.CONDITIONS, Group.TEXT, Group.STRUCTURES, Group.ORDERING);

    private static Stream<Capability> capabilities(Predicate<Group> group) {
        return Arrays.stream(Capability.values()).filter(each -> group.test(each.group()));
    }

    static Stream<Capability> ofValues() {
        return capabilities(group -> group == Group.VALUES);
    }

    static Stream<Capability> ofAllElse() {
        return capabilities(group -> group != Group.VALUES);
    }

    static Stream<Capability> ofQueries() {
        return capabilities(OF_QUERIES::contains);
    }

    private static Mutant without(Capability capability, String topic, MapAdapter adapter) {
        return Mutant.of("claims too little", "", topic, () -> adapter)
                .claiming(all -> all.without(capability, "no " + capability.title()));
    }

    private static boolean isAbout(String rule, Capability capability) {
        if (capability == Capability.SAVEPOINTS) {
            return rule.startsWith("TX10 ");
        }
        return capability.group() == Group.ACCESS
                ? rule.startsWith("CL5 ")
                : rule.split("[ ,]", 3)[1].equals(capability.name());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ofAllElse")
    void doingMoreThanIsClaimedIsFoundOut(Capability capability) {
        Stream<String> broken = Stream.of("ClaimingQueries", "ClaimingWrites", "Transacting")
                .flatMap(topic -> ContractRun.of(without(capability, topic, new MapAdapter())).names().stream());
        assertThat(broken).anyMatch(rule -> isAbout(rule, capability));
    }

    /** What comes back unharmed may be kept without being claimed. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("ofValues")
    void harmingWhatIsNotClaimedIsFoundOut(Capability capability) {
        MapAdapter harming = new MapAdapter() {
            @Override
            public WriteOutcome insert(Insert i) {
                return super.insert(new Insert(
                        i.source(), i.row().with(1, "something else"), i.onConflict(), i.returning(), i.options()));
            }
        };
        assertThat(ContractRun.of(without(capability, "ClaimingWrites", harming))
                        .names())
                .anyMatch(rule -> isAbout(rule, capability));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ofQueries")
    void refusingWhatIsClaimedIsFoundOut(Capability capability) {
        ContractRun run =
                ContractRun.of(Mutant.of("claims too much", "", "ClaimingQueries", () -> new Refusing(capability)));
        assertThat(run.names()).anyMatch(rule -> isAbout(rule, capability));
    }

    @Test
    void lackingPartsThatAreClaimedIsFoundOut() {
        ContractRun run = ContractRun.of(Mutant.of("claims too much", "", "ClaimingQueries", Bare::new));
        Set<String> parts = run.names().stream()
                .filter(rule -> rule.startsWith("CL4"))
                .map(rule -> rule.split(" ", 3)[1])
                .collect(Collectors.toSet());
        assertThat(parts)
                .containsExactlyInAnyOrderElementsOf(capabilities(group -> group == Group.PARTS)
                        .filter(each -> each != Capability.SAVEPOINTS && each != Capability.PREFIXES)
                        .map(Capability::name)
                        .toList());
    }

    private static final class Bare extends MapAdapter {
        @Override
        public <T> Optional<T> as(Class<T> part) {
            return Optional.empty();
        }
    }

    /** Refuses the parts of a query that need a capability. */
    private static final class Refusing extends MapAdapter {
        private final Capability capability;

        Refusing(Capability capability) {
            this.capability = capability;
        }

        @Override
        public PushDown plan(QueryRequest query) {
            List<Verdict> where = query.conjuncts().stream()
                    .map(conjunct -> verdict(Needs.of(conjunct)))
                    .toList();
            Verdict order = verdict(Needs.of(query.order()));
            boolean isLeft = !order.isExact() || !where.stream().allMatch(Verdict::isExact);
            Verdict window = isLeft && !query.window().isAll()
                    ? Verdict.refused("a part is left")
                    : verdict(Needs.of(query.window()));
            QueryRequest done = new QueryRequest(
                    query.source(),
                    query.conjuncts().stream()
                            .filter(conjunct -> verdict(Needs.of(conjunct)).isExact())
                            .toList(),
                    order.isExact() ? query.order() : List.of(),
                    window.isExact() ? query.window() : Window.ALL);
            return new PushDown(super.plan(done).plan(), where, order, window);
        }

        private Verdict verdict(Needs needs) {
            return needs.capabilities().contains(capability) ? Verdict.refused("no") : Verdict.exact();
        }
    }
}
