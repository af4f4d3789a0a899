package dev.ectype.tck.self;

import static org.assertj.core.api.Assertions.assertThat;

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
        return QueryMutants.all().stream().filter(mutant -> FAULTS.contains(mutant.fault()));
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

    @Test
    void findNothingWrongWithTheCorrectAdapter() {
        ContractRun run = ContractRun.ofRandomQueries(Mutant.of("does nothing wrong", "", "", MapAdapter::new));
        assertThat(run.messages()).isEmpty();
        assertThat(run.tests()).isEqualTo(1);
    }
}
