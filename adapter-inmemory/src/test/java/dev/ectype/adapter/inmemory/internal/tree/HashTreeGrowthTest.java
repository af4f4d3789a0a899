package dev.ectype.adapter.inmemory.internal.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What finding an entry takes does not grow with their number: one comparison, and a node for each seven bits of it. */
class HashTreeGrowthTest {
    private static final int ASKED = 1_000;

    private static final Keying<Long> BY_ITSELF = new Keying<>() {
        @Override
        public int hash(Long entry) {
            return Long.hashCode(entry);
        }

        @Override
        public boolean same(Long one, Long other) {
            return one.equals(other);
        }
    };

    /** A key that counts how often it is compared. */
    private static final class Counted implements Probe<Long> {
        private final long key;
        private int comparisons;

        Counted(long key) {
            this.key = key;
        }

        @Override
        public int hash() {
            return Long.hashCode(key);
        }

        @Override
        public boolean matches(Long entry) {
            comparisons++;
            return entry == key;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 10_000, 100_000})
    void aKeyThatIsThereIsComparedOnce(int entries) {
        HashTree<Long> tree = treeOf(entries);
        for (int i = 0; i < ASKED; i++) {
            Counted key = new Counted(scattered(i * (entries / ASKED)));
            assertThat(tree.find(key)).isEqualTo(key.key);
            assertThat(key.comparisons).isOne();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 10_000, 100_000})
    void aKeyThatIsNotThereIsComparedOnceAtMost(int entries) {
        HashTree<Long> tree = treeOf(entries);
        for (int i = 0; i < ASKED; i++) {
            Counted key = new Counted(scattered(entries + i));
            assertThat(tree.find(key)).isNull();
            assertThat(key.comparisons).isLessThanOrEqualTo(1);
        }
    }

    private static HashTree<Long> treeOf(int entries) {
        HashTree<Long> tree = HashTree.empty(BY_ITSELF);
        Object owner = new Object();
        for (int i = 0; i < entries; i++) {
            tree = tree.with(scattered(i), owner);
        }
        return tree;
    }

    /** Returns a number of 31 bits, another one for each of them. */
    private static long scattered(int number) {
        return (number * 2_654_435_761L) & Integer.MAX_VALUE;
    }

    @Test
    void aHundredTimesTheEntriesStandOneNodeDeeper() {
        assertThat(deepest(100)).isLessThanOrEqualTo(3);
        assertThat(deepest(10_000)).isLessThanOrEqualTo(4);
        assertThat(deepest(1_000_000)).isLessThanOrEqualTo(5);
    }

    /** Returns the most nodes that stand above one of so many numbers made by chance. */
    private static int deepest(int entries) {
        Random random = new Random(entries);
        Object root = NarrowNode.EMPTY;
        Object owner = new Object();
        for (int i = 0; i < entries; i++) {
            long entry = random.nextLong();
            root = new HashEdit<>(BY_ITSELF, HashTree.spread(Long.hashCode(entry)), entry, owner).put(root, 0);
        }
        return depth(root);
    }

    private static int depth(Object slot) {
        if (!HashNodes.isNode(slot)) {
            return 0;
        }
        int deepest = 0;
        for (int digit = 0; digit < HashNodes.WIDTH; digit++) {
            Object below = HashNodes.at(slot, digit);
            deepest = below == null ? deepest : Math.max(deepest, depth(below));
        }
        return deepest + 1;
    }
}
