package dev.ectype.benchmarks.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is measured is the same work: each contender makes the same records and finds the same three faults. */
class ContendersTest {
    private static final Contender YARDSTICK = Contenders.BY_HAND.make();

    @ParameterizedTest
    @EnumSource
    void makesTheSameRecordOfAValidRequest(Contenders contender) {
        assertThat(contender.make().signUp(Requests.VALID.signUp()))
                .isEqualTo(YARDSTICK.signUp(Requests.VALID.signUp()))
                .matches(answer -> answer.problems().isEmpty());
        assertThat(contender.make().order(Requests.VALID.order()))
                .isEqualTo(YARDSTICK.order(Requests.VALID.order()))
                .matches(answer -> answer.problems().isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void findsTheSameFaultsInAnInvalidRequest(Contenders contender) {
        assertThat(places(contender.make().signUp(Requests.INVALID.signUp()).problems()))
                .containsExactlyInAnyOrder("email", "age", "plan");
        assertThat(places(contender.make().order(Requests.INVALID.order()).problems()))
                .containsExactlyInAnyOrder("email", "parcels[0].items[1].sku", "parcels[1].items[0].quantity");
    }

    private static Set<String> places(List<String> problems) {
        assertThat(problems).hasSize(3);
        return problems.stream()
                .map(problem -> problem.substring(0, problem.indexOf(' ')))
                .collect(Collectors.toSet());
    }
}
