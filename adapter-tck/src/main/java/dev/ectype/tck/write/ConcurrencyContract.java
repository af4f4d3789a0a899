package dev.ectype.tck.write;

import static dev.ectype.tck.sample.Conditions.eq;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.error.MappingException;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.Assignment.Operation;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.tck.harness.ContractTest;
import dev.ectype.tck.harness.Filled;
import dev.ectype.tck.harness.Table;
import dev.ectype.tck.profile.Capability;
import dev.ectype.tck.sample.Sources;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Several threads at once: single writes are atomic, so nothing is lost and nothing is there twice. */
public abstract class ConcurrencyContract extends ContractTest {
    private static final int THREADS = 4;
    private static final int ROUNDS = 25;

    /** Runs the work of each thread at the same time, and returns what each gave. */
    private static <T> List<T> together(Callable<T> work) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> done : threads.invokeAll(Collections.nCopies(THREADS, work))) {
                results.add(done.get());
            }
            return results;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        } catch (ExecutionException failed) {
            throw new AssertionError("a thread failed: " + failed.getCause(), failed.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    /** A store may refuse a write for another at the same time, if it says that trying again helps. */
    private static WriteOutcome insistently(Callable<WriteOutcome> write) throws Exception {
        for (int attempt = 0; ; attempt++) {
            try {
                return write.call();
            } catch (MappingException failure) {
                if (!failure.retryable() || attempt == 100) {
                    throw failure;
                }
                Thread.sleep(1 + attempt);
            }
        }
    }

    private static int repeat(Callable<WriteOutcome> write) throws Exception {
        int written = 0;
        for (int i = 0; i < ROUNDS; i++) {
            written += insistently(write) instanceof WriteOutcome.Written ? 1 : 0;
        }
        return written;
    }

    @Test
    @DisplayName("CC1 concurrent increments lose nothing")
    void incrementsLoseNothing() {
        bench().needs(Capability.INCREMENT);
        Table people = Filled.people(bench());
        Assignment increment = new Assignment(people.path("age"), Operation.INCREMENT, 1);
        together(() -> repeat(() -> people.update("p1", increment)));
        assertThat(people.stored("p1", "age")).isEqualTo(30 + THREADS * ROUNDS);
    }

    @Test
    @DisplayName("CC2 concurrent pushes lose nothing")
    void pushesLoseNothing() {
        bench().needs(Capability.LIST_CHANGES);
        Table items = bench().table(Sources.items());
        items.holds("i1");
        Assignment push = new Assignment(items.path("tags"), Operation.PUSH, "x");
        together(() -> repeat(() -> items.update("i1", push)));
        assertThat((List<?>) items.stored("i1", "tags")).hasSize(THREADS * ROUNDS);
    }

    @Test
    @DisplayName("CC3 of concurrent insertions with one key, one takes place")
    void oneOfManyInsertionsTakesPlace() {
        Table people = bench().table(Sources.people());
        for (int round = 0; round < ROUNDS; round++) {
            String key = "p" + round;
            List<WriteOutcome> outcomes = together(() -> insistently(() -> people.insert(people.row(key, "x"))));
            assertThat(outcomes.stream().filter(WriteOutcome.Written.class::isInstance))
                    .hasSize(1);
        }
        assertThat(people.stored()).hasSize(ROUNDS);
    }

    @Test
    @DisplayName("CC4 of concurrent insertions of one unique value, one takes place")
    void oneOfManyUniqueValuesIsTaken() {
        bench().needs(Capability.UNIQUE_INDEXES);
        Table people = bench().table(Sources.people());
        for (int round = 0; round < ROUNDS; round++) {
            String mail = round + "@example.org";
            List<WriteOutcome> outcomes = together(() -> insistently(
                    () -> people.insert(people.row(Thread.currentThread().getName() + mail, "x", 1, mail))));
            assertThat(outcomes.stream().filter(WriteOutcome.Written.class::isInstance))
                    .hasSize(1);
        }
        assertThat(people.stored()).hasSize(ROUNDS);
    }

    @Test
    @DisplayName("CC5 concurrent upserts of one counter lose nothing")
    void upsertsLoseNothing() {
        bench().needs(Capability.UPSERT_CHANGE, Capability.INCREMENT);
        Table people = bench().table(Sources.people());
        OnConflict count = new OnConflict.Change(
                List.of(), List.of(new Assignment(people.path("age"), Operation.INCREMENT, 1)), List.of());
        together(() -> repeat(() -> people.adapter().insert(people.insertion(people.row("p1", "x", 1), count))));
        assertThat(people.stored("p1", "age")).isEqualTo(THREADS * ROUNDS);
    }

    @Test
    @DisplayName("CC6 an optimistic lock lets exactly one writer a version win")
    void oneWriterAVersionWins() {
        bench().needs(Capability.WRITE_CONDITIONS);
        Table people = Filled.people(bench());
        for (long version = 1; version <= ROUNDS; version++) {
            long old = version;
            List<WriteOutcome> outcomes = together(() -> insistently(() -> people.adapter()
                    .update(people.changeIf(
                            "p1",
                            List.of(eq(people.path("version"), old)),
                            Assignment.set(people.path("version"), old + 1)))));
            assertThat(outcomes.stream().filter(WriteOutcome.Written.class::isInstance))
                    .hasSize(1);
        }
        assertThat(people.stored("p1", "version")).isEqualTo(ROUNDS + 1L);
    }

    @Test
    @DisplayName("CC7 readers see whole rows while others write")
    void readersSeeWholeRows() {
        Table people = bench().table(Sources.people());
        IntStream.range(0, 10).forEach(i -> people.holds("p" + i, "n0", 0, "m0-" + i, "n0"));
        together(() -> repeat(() -> {
            String name = "n" + System.nanoTime();
            people.stored().forEach(row -> assertThat(row.get(1)).isEqualTo(row.get(4)));
            return people.update(
                    "p3", Assignment.set(people.path("name"), name), Assignment.set(people.path("city"), name));
        }));
        assertThat(people.stored()).hasSize(10);
    }
}
