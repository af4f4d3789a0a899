package dev.ectype.types.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class UuidsTest {

    @Test
    void makesVersionsFourAndSeven() {
        assertThat(Uuids.v4().version()).isEqualTo(4);
        assertThat(Uuids.v7().version()).isEqualTo(7);
        assertThat(Uuids.v7().variant()).isEqualTo(2);
    }

    @Test
    void eachOfVersionSevenIsGreaterThanTheOneBefore() {
        List<String> texts =
                IntStream.range(0, 20_000).mapToObj(i -> Uuids.v7().toString()).toList();

        assertThat(texts).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void threadsNeverShareOne() throws InterruptedException {
        Set<UUID> all = java.util.Collections.synchronizedSet(new HashSet<>());
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            threads.add(new Thread(() -> IntStream.range(0, 5_000).forEach(n -> all.add(Uuids.v7()))));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(all).hasSize(20_000);
    }

    @Test
    void versionSevenTellsWhenItWasMade() {
        Instant before = Instant.now().minusSeconds(1);

        assertThat(Uuids.timestamp(Uuids.v7()))
                .hasValueSatisfying(
                        made -> assertThat(made).isBetween(before, Instant.now().plusSeconds(5)));
        assertThat(Uuids.timestamp(UUID.fromString("017f22e2-79b0-7cc3-98c4-dc0c0c07398f")))
                .contains(Instant.parse("2022-02-22T19:22:22Z"));
        assertThat(Uuids.timestamp(Uuids.v4())).isEmpty();
    }
}
