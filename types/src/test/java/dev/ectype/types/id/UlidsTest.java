package dev.ectype.types.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class UlidsTest {

    @Test
    void eachSortsAfterTheOneBefore() {
        List<String> ulids =
                IntStream.range(0, 20_000).mapToObj(i -> Ulids.next()).toList();

        assertThat(ulids).isSorted().doesNotHaveDuplicates().allMatch(Ulids::isValid);
    }

    @Test
    void tellsWhenItWasMade() {
        assertThat(Ulids.timestamp("01ARZ3NDEKTSV4RRFFQ69G5FAV")).contains(Instant.ofEpochMilli(1_469_922_850_259L));
        assertThat(Ulids.timestamp("no ulid")).isEmpty();
    }

    @Test
    void refusesWhatHoldsMoreThan128Bits() {
        assertThat(Ulids.isValid("7ZZZZZZZZZZZZZZZZZZZZZZZZZ")).isTrue();
        assertThat(Ulids.isValid("8ZZZZZZZZZZZZZZZZZZZZZZZZZ")).isFalse();
        assertThat(Ulids.isValid("01ARZ3NDEKTSV4RRFFQ69G5FAI")).isFalse();
    }
}
