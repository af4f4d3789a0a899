package dev.ectype.tck.self;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Predicate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random queries find what is wrong with an adapter by themselves, and tell it by a small example. */
class RandomQueriesTest {
    private static final Set<String> FAULTS = Set.of(
            "drops a conjunct",
            "ands what is joined by or",
            "takes null for a value that differs",
            "negates unknown to true",
            "reads in () as no condition",
            "takes less for less or equal",
            "takes a wildcard for itself",
            "ignores where nulls are to stand",
            "ignores the offset",
            "takes the limit before the offset");

    static Stream<Mutant> mutants() {
        return Stream.concat(
                queryMutants(), QueryMutants.all().stream().filter(mutant -> FAULTS.contains(mutant.fault())));
    }

    static Stream<Mutant> queryMutants() {
        return Stream.of(Mutant.asking(
                "forgets what is asked inside embedded records",
                "DF1",
                "",
                Rewriting.conditions(RandomQueriesTest::withoutInside)));
    }

    static Stream<Mutant> groupMutants() {
        return Stream.of(
                Mutant.of(
                        "counts values that are null",
                        "DF2",
                        "",
                        () -> GroupMutants.grouping(GroupMutants::countingNulls)),
                Mutant.of(
                        "forgets which groups are wanted",
                        "DF2",
                        "",
                        () -> GroupMutants.grouping(GroupMutants::allGroups)));
    }

    private static Predicate withoutInside(Predicate predicate) {
        return predicate instanceof Predicate.Compare compare
                        && compare.left() instanceof FieldPath path
                        && path.steps().stream()
                                        .filter(FieldPath.Slot.class::isInstance)
                                        .count()
                                > 1
                ? new Predicate.Constant(true)
                : predicate;
    }

    @ParameterizedTest(name = "{0}, and so do random queries")
    @MethodSource("mutants")
    void findTheFault(Mutant mutant) {
        ContractRun run = ContractRun.ofRandomQueries(mutant);
        assertThat(run.brokenRules()).containsExactly("DF1");
        String message = run.messages().get(0);
        assertThat(message).contains("seed ", "to the query", "with the rows");
        List<String> rows =
                message.substring(message.indexOf("with the rows")).lines().toList();
        assertThat(rows).as(message).hasSizeLessThanOrEqualTo(6);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("groupMutants")
    void findTheFaultOfGroups(Mutant mutant) {
        ContractRun run = ContractRun.ofRandomQueries(mutant);
        assertThat(run.brokenRules()).containsExactly("DF2");
        assertThat(run.messages().get(0)).contains("seed ", "group by", "with the rows");
        assertThat(run.messages().get(0).lines().count()).isLessThanOrEqualTo(14);
    }

    @Test
    void findNothingWrongWithTheCorrectAdapter() {
        ContractRun run = ContractRun.ofRandomQueries(Mutant.of("does nothing wrong", "", "", MapAdapter::new));
        assertThat(run.messages()).isEmpty();
        assertThat(run.tests()).isEqualTo(2);
    }
}
