package dev.ectype.tck.self;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
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
                        ElementMutants.all(),
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

    /** Correct adapters, of which the wrong ones differ in one thing. */
    static Stream<Mutant> correct() {
        Stream<Mutant> everything =
                topics().stream().map(topic -> Mutant.of("does nothing wrong", "", topic, MapAdapter::new));
        Stream<Mutant> less = Stream.of("Relating", "Replacing", "WritingInBulk")
                .flatMap(topic -> Stream.of(
                        OneByOne.claiming("writes one by one", "", topic, OneByOne::new),
                        TransactionHalfMutants.withoutTransactions(
                                "writes together without transactions", "", topic, MapAdapter::writeTogether)));
        return Stream.of(everything, less, Stream.of(PreloadMutants.unordered()))
                .flatMap(Function.identity());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("correct")
    void theCorrectAdapterBreaksNone(Mutant adapter) {
        ContractRun run = ContractRun.of(adapter);
        assertThat(run.names()).isEmpty();
        assertThat(run.tests()).isPositive();
    }

    @Test
    void everyMutantIsOneOfItsKind() {
        assertThat(mutants().map(Mutant::fault)).doesNotHaveDuplicates();
    }
}
