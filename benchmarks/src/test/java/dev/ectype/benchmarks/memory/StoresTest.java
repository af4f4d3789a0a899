package dev.ectype.benchmarks.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is measured is the same work: every store finds the same members. */
class StoresTest {
    private static final int ROWS = 3_000;
    private static final List<Member> ALL = Member.all(ROWS);

    @ParameterizedTest
    @EnumSource
    void findsOneByItsKey(Stores kind) {
        try (MemberStore store = kind.of(ALL)) {
            assertThat(store.get(17)).isEqualTo(ALL.get(17));
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsAHundredByWhatTheyShare(Stores kind) {
        List<Member> team =
                ALL.stream().filter(member -> member.team().equals("team 7")).toList();
        assertThat(team).hasSize(Member.OF_TEAM);
        try (MemberStore store = kind.of(ALL)) {
            assertThat(store.ofTeam("team 7")).containsExactlyInAnyOrderElementsOf(team);
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsTheFirstOfARangeInOrder(Stores kind) {
        try (MemberStore store = kind.of(ALL)) {
            assertThat(store.lowest(500, 1_499, Questions.LIMIT))
                    .extracting(Member::score)
                    .containsExactlyElementsOf(
                            java.util.stream.IntStream.range(500, 520).boxed().toList());
        }
    }
}
