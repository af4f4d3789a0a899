package dev.ectype.adapter.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.error.StoreException;
import dev.ectype.spi.Adapter;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Transactional;
import dev.ectype.spi.Transactional.Savepoint;
import dev.ectype.spi.Transactional.Transaction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;

/** Counters that several threads read and write; a checker looks through the history for updates that were lost. */
class LostUpdateTest {
    private static final int COUNTERS = 2;

    /** A committed transaction: it found a counter at a value and left it at the next one. */
    private record Increment(int counter, int found) {}

    /** Where counters are kept. */
    private interface Counters {
        Transactional transactions();

        void create(int counter);

        int value(int counter);
    }

    private static Queue<Increment> history(Counters counters, int threads, int perThread) {
        for (int i = 0; i < COUNTERS; i++) {
            counters.create(i);
        }
        Queue<Increment> history = new ConcurrentLinkedQueue<>();
        Threads.run(threads, thread -> {
            Random random = new Random(thread);
            for (int i = 0; i < perThread; i++) {
                increment(counters.transactions(), random.nextInt(COUNTERS), history);
            }
        });
        return history;
    }

    private static void increment(Transactional store, int counter, Queue<Increment> history) {
        while (true) {
            try (Transaction transaction = store.begin(CallOptions.NONE)) {
                int found = (Integer) People.get(transaction.adapter(), counter).get(2);
                People.update(transaction.adapter(), counter, Assignment.set(People.AGE, found + 1));
                transaction.commit();
                history.add(new Increment(counter, found));
                return;
            } catch (StoreException overtaken) {
                assertThat(overtaken.retryable()).isTrue();
            }
        }
    }

    /** Returns what is wrong: two transactions that went on from the same value, or an end that is not their number. */
    private static List<String> lostUpdates(Queue<Increment> history, Counters counters) {
        List<String> found = new ArrayList<>();
        Set<Increment> once = new HashSet<>();
        history.stream()
                .filter(increment -> !once.add(increment))
                .forEach(increment -> found.add("twice from " + increment));
        for (int i = 0; i < COUNTERS; i++) {
            int counter = i;
            long increments =
                    history.stream().filter(one -> one.counter == counter).count();
            if (counters.value(counter) != increments) {
                found.add("counter " + counter + " is " + counters.value(counter) + " after " + increments);
            }
        }
        return found;
    }

    private record Stored(Adapter adapter, Transactional transactions) implements Counters {
        @Override
        public void create(int counter) {
            People.insert(adapter, People.PEOPLE, People.person(counter, "counter", 0, null));
        }

        @Override
        public int value(int counter) {
            return (Integer) People.get(adapter, counter).get(2);
        }
    }

    @Test
    void noUpdateIsLost() {
        InMemoryAdapter adapter = InMemoryAdapter.create();
        Counters counters = new Stored(adapter, adapter);
        Queue<Increment> history = history(counters, 4, 250);
        assertThat(history).hasSize(1000);
        assertThat(lostUpdates(history, counters)).isEmpty();
    }

    @Test
    void theCheckerSeesWhatAStoreWithoutConflictDetectionLoses() {
        InMemoryAdapter adapter = InMemoryAdapter.create();
        CyclicBarrier together = new CyclicBarrier(2);
        Counters counters = new Stored(adapter, options -> new Careless(adapter, adapter.begin(options), together));
        Queue<Increment> history = history(counters, 2, 50);
        assertThat(history).hasSize(100);
        assertThat(lostUpdates(history, counters)).isNotEmpty();
    }

    /** A broken transaction: it reads a snapshot, and writes what it has into the store whatever others have done. */
    private record Careless(InMemoryAdapter store, Transaction snapshot, CyclicBarrier together)
            implements Transaction {
        @Override
        public Adapter adapter() {
            return snapshot.adapter();
        }

        @Override
        public void commit() {
            try {
                together.await();
            } catch (BrokenBarrierException | InterruptedException e) {
                throw new AssertionError("the other thread is gone", e);
            }
            for (int i = 0; i < COUNTERS; i++) {
                Object mine = People.get(snapshot.adapter(), i).get(2);
                People.update(store, i, Assignment.set(People.AGE, mine));
            }
        }

        @Override
        public void rollback() {
            snapshot.rollback();
        }

        @Override
        public Savepoint savepoint() {
            return snapshot.savepoint();
        }

        @Override
        public void close() {
            snapshot.close();
        }
    }
}
