package dev.ectype.adapter.inmemory.internal.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreesTest {
    private static final Comparator<Entry> BY_KEY = Comparator.comparingInt(Entry::key);

    private record Entry(int key, int value) {}

    /** Hashes that collide wholly, and hashes that differ only in their highest bits. */
    private static final Keying<Entry> CLUMSY = new Keying<>() {
        @Override
        public int hash(Entry entry) {
            return hashOf(entry.key);
        }

        @Override
        public boolean same(Entry one, Entry other) {
            return one.key == other.key;
        }
    };

    private static int hashOf(int key) {
        return key % 3 == 0 ? key % 5 : key % 3 == 1 ? key << 27 : key;
    }

    private static Probe<Entry> probe(int key) {
        return new Probe<>() {
            @Override
            public int hash() {
                return hashOf(key);
            }

            @Override
            public boolean matches(Entry entry) {
                return entry.key == key;
            }
        };
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void hashTreesBehaveLikeMapsAndKeepTheirPast(long seed) {
        Random random = new Random(seed);
        Map<Integer, Entry> model = new HashMap<>();
        HashTree<Entry> tree = HashTree.empty(CLUMSY);
        HashTree<Entry> past = tree;
        Map<Integer, Entry> pastModel = Map.of();
        Object owner = null;
        for (int i = 0; i < 6000; i++) {
            if (i % 100 == 0) {
                assertThat(all(past.cursor(false)))
                        .as("seed %s", seed)
                        .containsExactlyInAnyOrderElementsOf(pastModel.values());
                past = tree;
                pastModel = Map.copyOf(model);
                owner = random.nextBoolean() ? new Object() : null;
            }
            Entry entry = new Entry(random.nextInt(400), i);
            if (random.nextInt(3) > 0) {
                tree = tree.with(entry, owner);
                model.put(entry.key, entry);
            } else {
                tree = tree.without(entry, owner);
                model.remove(entry.key);
            }
            assertThat(tree.size()).isEqualTo(model.size());
            int wanted = random.nextInt(400);
            assertThat(tree.find(probe(wanted))).as("seed %s", seed).isEqualTo(model.get(wanted));
        }
        assertThat(all(tree.cursor(false))).containsExactlyInAnyOrderElementsOf(model.values());
    }

    @Test
    void hashTreesAreWalkedBothWaysFromAnyEntry() {
        HashTree<Entry> tree = HashTree.empty(CLUMSY);
        for (int i = 0; i < 300; i++) {
            tree = tree.with(new Entry(i, i), null);
        }
        List<Entry> forward = all(tree.cursor(false));
        List<Entry> backward = all(tree.cursor(true));
        Collections.reverse(backward);
        assertThat(backward).isEqualTo(forward);
        for (int i = 0; i < forward.size(); i++) {
            assertThat(all(tree.cursorAfter(forward.get(i), false))).isEqualTo(forward.subList(i + 1, forward.size()));
            List<Entry> before = new ArrayList<>(forward.subList(0, i));
            Collections.reverse(before);
            assertThat(all(tree.cursorAfter(forward.get(i), true))).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void hashTreesShrinkAsTheyGrew(boolean inPlace) {
        Object owner = inPlace ? new Object() : null;
        List<Entry> left = new ArrayList<>(
                IntStream.range(0, 2_000).mapToObj(i -> new Entry(i, i)).toList());
        HashTree<Entry> full = HashTree.empty(CLUMSY);
        for (Entry entry : left) {
            full = full.with(entry, null);
        }
        List<Entry> all = all(full.cursor(false));
        HashTree<Entry> tree = full;
        Collections.shuffle(left, new Random(1));
        while (!left.isEmpty()) {
            tree = tree.without(left.remove(left.size() - 1), owner);
            if (left.size() % 100 == 0) {
                assertThat(all(tree.cursor(true))).containsExactlyInAnyOrderElementsOf(left);
            }
        }
        assertThat(tree.size()).isZero();
        assertThat(tree.cursor(false).next()).isNull();
        assertThat(all(full.cursor(false))).isEqualTo(all);
    }

    @Test
    void orderedTreesAreWalkedFromARankToAPosition() {
        for (int size : new int[] {0, 1, 31, 32, 33, 1000}) {
            List<Entry> entries =
                    IntStream.range(0, size).mapToObj(i -> new Entry(2 * i, i)).toList();
            OrderedTree<Entry> tree = OrderedTree.ofSorted(BY_KEY, entries);
            for (int from = 0; from <= size; from += 7) {
                for (int end = -1; end <= 2 * size; end += 9) {
                    int last = end;
                    List<Entry> expected = entries.subList(from, Math.max(from, tree.rank(entry -> entry.key < last)));
                    assertThat(all(tree.cursor(from, entry -> entry.key < last)))
                            .isEqualTo(expected);
                    List<Entry> handedOver = new ArrayList<>();
                    tree.cursor(from, entry -> entry.key < last).forEachLeft(handedOver::add);
                    assertThat(handedOver).isEqualTo(expected);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void orderedTreesBehaveLikeSortedMapsAndKeepTheirPast(long seed) {
        Random random = new Random(seed);
        NavigableMap<Integer, Entry> model = new TreeMap<>();
        OrderedTree<Entry> tree = OrderedTree.empty(BY_KEY);
        OrderedTree<Entry> past = tree;
        List<Entry> pastModel = List.of();
        Object owner = null;
        for (int i = 0; i < 20_000; i++) {
            if (i % 200 == 0) {
                assertThat(all(past.cursor(0, past.size(), false)))
                        .as("seed %s", seed)
                        .isEqualTo(pastModel);
                past = tree;
                pastModel = List.copyOf(model.values());
                owner = random.nextBoolean() ? new Object() : null;
            }
            Entry entry = new Entry(random.nextInt(3000), i);
            boolean grows = random.nextInt(100) < (i / 4000 % 2 == 0 ? 70 : 30);
            if (grows) {
                tree = tree.with(entry, owner);
                model.put(entry.key, entry);
            } else {
                tree = tree.without(entry, owner);
                model.remove(entry.key);
            }
            checkRanks(tree, model, random.nextInt(3000), seed);
        }
        assertThat(all(tree.cursor(0, tree.size(), false))).isEqualTo(List.copyOf(model.values()));
    }

    private static void checkRanks(OrderedTree<Entry> tree, NavigableMap<Integer, Entry> model, int key, long seed) {
        assertThat(tree.size()).isEqualTo(model.size());
        int rank = tree.rank(entry -> entry.key < key);
        assertThat(rank).as("seed %s", seed).isEqualTo(model.headMap(key).size());
        if (rank < tree.size()) {
            assertThat(tree.get(rank)).isEqualTo(model.ceilingEntry(key).getValue());
        }
    }

    @Test
    void orderedTreesAreWalkedBothWaysFromAnyRank() {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 2500; i++) {
            entries.add(new Entry(i, i));
        }
        OrderedTree<Entry> built = OrderedTree.ofSorted(BY_KEY, entries);
        assertThat(all(built.cursor(0, 2500, false))).isEqualTo(entries);
        assertThat(all(built.cursor(100, 50, false))).isEqualTo(entries.subList(100, 150));
        List<Entry> backward = all(built.cursor(149, 50, true));
        Collections.reverse(backward);
        assertThat(backward).isEqualTo(entries.subList(100, 150));
        assertThat(all(built.cursor(3, 50, true))).hasSize(4);
        assertThat(all(built.cursor(2490, 50, false))).hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 31, 32, 33, 1024, 1025, 33_000, 33_793})
    void orderedTreesGrowAtTheEndAndShrinkFromAnySide(int size) {
        Random random = new Random(size);
        for (int way = 0; way < 6; way++) {
            Object owner = way % 2 == 0 ? null : new Object();
            OrderedTree<Entry> tree = grown(size, way < 3, owner);
            assertThat(tree.size()).isEqualTo(size);
            for (int left = size; left > 0; left--) {
                int rank = way % 3 == 0 ? 0 : way % 3 == 1 ? left - 1 : random.nextInt(left);
                tree = tree.without(tree.get(rank), owner);
            }
            assertThat(tree.size()).isZero();
            assertThat(tree.with(new Entry(1, 1), owner).size()).isEqualTo(1);
        }
    }

    private static OrderedTree<Entry> grown(int size, boolean oneByOne, Object owner) {
        List<Entry> entries = new ArrayList<>();
        OrderedTree<Entry> tree = OrderedTree.empty(BY_KEY);
        for (int i = 0; i < size; i++) {
            entries.add(new Entry(i, i));
            tree = oneByOne ? tree.with(new Entry(i, i), owner) : tree;
        }
        return oneByOne ? tree : tree.withAll(entries);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 100, 5000})
    void manyEntriesAreAddedAtOnce(int there) {
        Random random = new Random(there);
        TreeMap<Integer, Entry> model = new TreeMap<>();
        OrderedTree<Entry> tree = OrderedTree.empty(BY_KEY);
        for (int i = 0; i < there; i++) {
            Entry entry = new Entry(random.nextInt(), i);
            tree = tree.with(entry, null);
            model.put(entry.key, entry);
        }
        for (int count : new int[] {1, 100, 3000}) {
            List<Entry> added = new ArrayList<>();
            while (added.size() < count) {
                Entry entry = new Entry(random.nextInt(), 0);
                if (model.putIfAbsent(entry.key, entry) == null) {
                    added.add(entry);
                }
            }
            tree = tree.withAll(added);
            assertThat(all(tree.cursor(0, tree.size(), false))).isEqualTo(List.copyOf(model.values()));
        }
    }

    @Test
    void emptyOrderedTreesHaveNothing() {
        OrderedTree<Entry> empty = OrderedTree.ofSorted(BY_KEY, List.of());
        assertThat(empty.size()).isZero();
        assertThat(empty.rank(entry -> true)).isZero();
        assertThat(empty.cursor(0, 10, false).next()).isNull();
        assertThat(empty.without(new Entry(1, 1), null).size()).isZero();
    }

    private static List<Entry> all(Cursor<Entry> cursor) {
        List<Entry> all = new ArrayList<>();
        for (Entry entry = cursor.next(); entry != null; entry = cursor.next()) {
            all.add(entry);
        }
        return all;
    }
}
