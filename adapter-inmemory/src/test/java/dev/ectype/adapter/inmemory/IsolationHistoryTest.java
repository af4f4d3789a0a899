package dev.ectype.adapter.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.error.StoreException;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Transactional.Savepoint;
import dev.ectype.spi.Transactional.Transaction;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Interleaves transactions by chance, in one thread, beside a model of snapshot isolation that must answer the same. */
class IsolationHistoryTest {
    private static final int KEYS = 8;

    /** What one transaction must see, and must not have been overtaken in. */
    private static final class Model {
        private final Map<Integer, Integer> seen;
        private final Map<Integer, Integer> atBegin;
        private final Set<Integer> written = new HashSet<>();

        Model(Map<Integer, Integer> committed) {
            this.seen = new HashMap<>(committed);
            this.atBegin = new HashMap<>(committed);
        }

        private Model(Model other) {
            this.seen = new HashMap<>(other.seen);
            this.atBegin = other.atBegin;
            this.written.addAll(other.written);
        }

        Model copy() {
            return new Model(this);
        }
    }

    private static final class Running {
        private final Transaction transaction;
        private Model model;
        private final List<Map.Entry<Savepoint, Model>> savepoints = new ArrayList<>();

        Running(Transaction transaction, Model model) {
            this.transaction = transaction;
            this.model = model;
        }
    }

    private final InMemoryAdapter adapter = InMemoryAdapter.create();
    private final Map<Integer, Integer> committed = new HashMap<>();
    private final List<Running> running = new ArrayList<>();
    private int nextValue;
    private int conflicts;
    private int commits;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyReadAndEveryCommitIsAsTheModelSays(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 3000; i++) {
            step(random, "seed " + seed + ", step " + i);
        }
        assertThat(conflicts).isPositive();
        assertThat(commits).isPositive();
    }

    private void step(Random random, String what) {
        if (running.size() < 2 || (running.size() < 5 && random.nextInt(8) == 0)) {
            running.add(new Running(adapter.begin(CallOptions.NONE), new Model(committed)));
            return;
        }
        Running one = running.get(random.nextInt(running.size()));
        int key = random.nextInt(KEYS);
        switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> checkRead(one, key, what);
            case 4, 5, 6 -> write(one, key);
            case 7 -> delete(one, key);
            case 8 -> savepoint(one, random);
            case 9, 10 -> commit(one, what);
            default -> {
                one.transaction.rollback();
                running.remove(one);
            }
        }
    }

    private static void checkRead(Running one, int key, String what) {
        Row row = People.get(one.transaction.adapter(), key);
        assertThat(row == null ? null : row.get(2)).as(what).isEqualTo(one.model.seen.get(key));
        assertThat(People.rows(one.transaction.adapter(), People.PEOPLE))
                .as(what)
                .hasSize(one.model.seen.size());
    }

    private void write(Running one, int key) {
        int value = nextValue++;
        if (one.model.seen.containsKey(key)) {
            People.update(one.transaction.adapter(), key, Assignment.set(People.AGE, value));
        } else {
            People.insert(one.transaction.adapter(), People.PEOPLE, People.person(key, "Ann", value, null));
        }
        one.model.seen.put(key, value);
        one.model.written.add(key);
    }

    private static void delete(Running one, int key) {
        if (one.model.seen.remove(key) != null) {
            People.delete(one.transaction.adapter(), key);
            one.model.written.add(key);
        }
    }

    private static void savepoint(Running one, Random random) {
        if (one.savepoints.isEmpty() || random.nextBoolean()) {
            one.savepoints.add(Map.entry(one.transaction.savepoint(), one.model.copy()));
        } else {
            var taken = one.savepoints.remove(one.savepoints.size() - 1);
            taken.getKey().rollback();
            one.model = taken.getValue();
        }
    }

    private void commit(Running one, String what) {
        boolean overtaken = one.model.written.stream()
                .anyMatch(key -> !Objects.equals(committed.get(key), one.model.atBegin.get(key)));
        boolean lost = false;
        try {
            one.transaction.commit();
        } catch (StoreException e) {
            lost = true;
        }
        assertThat(lost).as(what).isEqualTo(overtaken);
        running.remove(one);
        if (lost) {
            conflicts++;
        } else {
            commits++;
            one.model.written.forEach(key -> publish(key, one.model.seen.get(key)));
        }
        assertThat(People.rows(adapter, People.PEOPLE)).as(what).hasSize(committed.size());
    }

    private void publish(int key, Integer value) {
        if (value == null) {
            committed.remove(key);
        } else {
            committed.put(key, value);
        }
    }
}
