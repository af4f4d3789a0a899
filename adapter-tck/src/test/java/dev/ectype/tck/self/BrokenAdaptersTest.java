package dev.ectype.tck.self;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every wrong adapter is caught, and by the rule that it breaks; the correct one breaks none of them. */
class BrokenAdaptersTest {

    static Stream<Mutant> mutants() {
        return Stream.of(
                        QueryMutants.all(),
                        PlanMutants.all(),
                        CursorMutants.all(),
                        ComparisonMutants.all(),
                        PartMutants.all(),
                        AccessMutants.all(),
                        UpsertMutants.all(),
                        TransactionMutants.all(),
                        GroupMutants.all(),
                        WriteMutants.all(),
                        WriteHalfMutants.all(),
                        TransactionHalfMutants.all(),
                        QueryHalfMutants.all(),
                        ChangeMutants.all(),
                        KeptMutants.all(),
                        StateMutants.all(),
                        FormerMutants.all(),
                        RaceMutants.all(),
                        RelationMutants.all(),
                        ReplaceMutants.all(),
                        PreloadMutants.all(),
                        JoinMutants.all())
                .flatMap(List::stream);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mutants")
    void isCaughtByItsRule(Mutant mutant) {
        assertThat(ContractRun.of(mutant).names()).anyMatch(mutant::isCaughtBy);
    }

    static Set<String> topics() {
        return mutants().map(Mutant::topic).collect(Collectors.toSet());
    }

    @ParameterizedTest(name = "the correct adapter breaks no rule of {0}")
    @MethodSource("topics")
    void theCorrectAdapterBreaksNone(String topic) {
        ContractRun run = ContractRun.of(Mutant.of("does nothing wrong", "", topic, MapAdapter::new));
        assertThat(run.names()).isEmpty();
        assertThat(run.tests()).isPositive();
    }

    @Test
    void everyMutantIsOneOfItsKind() {
        assertThat(mutants().map(Mutant::fault)).doesNotHaveDuplicates();
    }
}
