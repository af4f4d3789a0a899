package dev.ectype.adapter.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.error.StoreException;
import dev.ectype.query.ir.Comparison;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Transactional.Transaction;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.types.stored.Row;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {
    private static final int ACCOUNTS = 20;
    private static final int TOTAL = 100 * ACCOUNTS;
    private final InMemoryAdapter adapter = InMemoryAdapter.create();

    /** Money is moved between accounts, so every snapshot of a consistent store has the same sum. */
    @Test
    void readersSeeConsistentSnapshotsWhileOthersWrite() {
        for (int i = 0; i < ACCOUNTS; i++) {
            People.insert(adapter, People.PEOPLE, People.person(i, "Ann", 100, null));
        }
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger moves = new AtomicInteger();
        Threads.run(4, thread -> {
            if (thread < 2) {
                move(new Random(thread), moves);
                done.set(true);
            } else {
                do {
                    assertThat(sum(People.rows(adapter, People.PEOPLE))).isEqualTo(TOTAL);
                    assertThat(sum(People.rows(
                                    adapter,
                                    People.PEOPLE,
                                    People.compare(People.AGE, Comparison.GE, Integer.MIN_VALUE))))
                            .isEqualTo(TOTAL);
                } while (!done.get());
            }
        });
        assertThat(moves.get()).isPositive();
        assertThat(sum(People.rows(adapter, People.PEOPLE))).isEqualTo(TOTAL);
    }

    private void move(Random random, AtomicInteger moves) {
        for (int i = 0; i < 500; i++) {
            int from = random.nextInt(ACCOUNTS);
            int to = (from + 1 + random.nextInt(ACCOUNTS - 1)) % ACCOUNTS;
            try (Transaction transaction = adapter.begin(CallOptions.NONE)) {
                add(transaction, from, -1);
                add(transaction, to, 1);
                transaction.commit();
                moves.incrementAndGet();
            } catch (StoreException overtaken) {
                assertThat(overtaken.retryable()).isTrue();
            }
        }
    }

    private static void add(Transaction transaction, int id, int amount) {
        People.update(transaction.adapter(), id, new Assignment(People.AGE, Assignment.Operation.INCREMENT, amount));
    }

    private static int sum(List<Row> rows) {
        return rows.stream().mapToInt(row -> (Integer) row.get(2)).sum();
    }

    @Test
    void exactlyOneGetsAUniqueValue() {
        for (int round = 0; round < 200; round++) {
            String email = "m" + round;
            int base = 10 * round;
            AtomicInteger winners = new AtomicInteger();
            Threads.run(4, thread -> {
                WriteOutcome outcome =
                        People.insert(adapter, People.PEOPLE, People.person(base + thread, "Ann", thread, email));
                if (outcome instanceof WriteOutcome.Written) {
                    winners.incrementAndGet();
                }
            });
            assertThat(winners.get()).isEqualTo(1);
            assertThat(People.rows(adapter, People.PEOPLE, People.compare(People.EMAIL, Comparison.EQ, email)))
                    .hasSize(1);
        }
    }

    @Test
    void conditionsAndWritesAreOneStep() {
        People.insert(adapter, People.PEOPLE, People.person(1, "Ann", 0, null));
        Threads.run(4, thread -> {
            for (int i = 0; i < 300; i++) {
                incrementByCompareAndSet();
            }
        });
        assertThat(People.get(adapter, 1).get(2)).isEqualTo(1200);
    }

    private void incrementByCompareAndSet() {
        WriteOutcome outcome;
        do {
            int age = (Integer) People.get(adapter, 1).get(2);
            outcome = People.update(
                    adapter,
                    1,
                    List.of(People.compare(People.AGE, Comparison.EQ, age)),
                    Assignment.set(People.AGE, age + 1));
        } while (outcome instanceof WriteOutcome.Stale);
    }
}
