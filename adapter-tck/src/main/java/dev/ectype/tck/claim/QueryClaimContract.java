package dev.ectype.tck.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.spi.Aggregating;
import dev.ectype.spi.AtomicWriting;
import dev.ectype.spi.BulkChanging;
import dev.ectype.spi.BulkInserting;
import dev.ectype.spi.BulkReturning;
import dev.ectype.spi.ElementUpdating;
import dev.ectype.spi.Joining;
import dev.ectype.spi.NativePlan.Access;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.Transactional;
import dev.ectype.tck.harness.ContractTest;
import dev.ectype.tck.harness.Filled;
import dev.ectype.tck.harness.QueryCheck;
import dev.ectype.tck.harness.Table;
import dev.ectype.tck.profile.Capability;
import dev.ectype.tck.sample.Conditions;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Claims on queries and on optional parts: each is held, and what is not claimed is refused and not tried. */
public abstract class QueryClaimContract extends ContractTest {
    private static final Map<Capability, Class<?>> PARTS = Map.of(
            Capability.BULK_INSERT, BulkInserting.class,
            Capability.BULK_CHANGE, BulkChanging.class,
            Capability.BULK_RETURNING, BulkReturning.class,
            Capability.ELEMENT_UPDATES, ElementUpdating.class,
            Capability.AGGREGATION, Aggregating.class,
            Capability.JOINS, Joining.class,
            Capability.ATOMIC_WRITES, AtomicWriting.class,
            Capability.TRANSACTIONS, Transactional.class);

    static Stream<Capability> queries() {
        return QuerySamples.capabilities().stream();
    }

    static Set<Capability> parts() {
        return PARTS.keySet();
    }

    @ParameterizedTest(name = "CL1 {0}, asked in a query, is done if it is claimed, and refused with its text if not")
    @MethodSource("queries")
    void claimsOfQueriesAreHeld(Capability capability) {
        QueryCheck sample = QuerySamples.of(capability, bench());
        PushDown answer = bench().untouched(() -> bench().adapter().plan(sample.request()));
        if (!bench().claims(capability)) {
            assertThat(answer.isWhole())
                    .as("%s is not claimed, so %s must not be exact; claim it if it is", capability, sample)
                    .isFalse();
        }
        sample.check();
    }

    @ParameterizedTest(name = "CL4 {0} is a part of the adapter if it is claimed, and none if not")
    @MethodSource("parts")
    void partsAreThereIfClaimed(Capability capability) {
        assertThat(bench().find(Objects.requireNonNull(PARTS.get(capability))).isPresent())
                .isEqualTo(bench().claims(capability));
    }

    @Test
    @DisplayName("CL5 an access by key or index that is not claimed is not shown either")
    void accessIsShownAsClaimed() {
        Table people = Filled.people(bench());
        if (!bench().claims(Capability.KEY_ACCESS)) {
            assertThat(access(people, "id", "p1")).isNotEqualTo(Access.KEY);
        }
        if (!bench().claims(Capability.INDEX_ACCESS)) {
            assertThat(access(people, "mail", "ann@example.org")).isNotEqualTo(Access.INDEX);
        }
    }

    private static Access access(Table people, String field, Object value) {
        return people.adapter()
                .plan(people.request(Conditions.eq(people.path(field), value)))
                .plan()
                .access();
    }
}
