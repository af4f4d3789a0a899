package dev.ectype.examples.directory.generator;

import java.util.List;
import java.util.Random;

/** Chance that falls the same way for the same seed, on every machine. */
final class Dice {
    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    /** Returns a number from the first to the last. */
    int between(int first, int last) {
        return first + random.nextInt(last - first + 1);
    }

    /** Tells whether something that happens so often in a hundred times happens now. */
    boolean percent(int often) {
        return random.nextInt(100) < often;
    }

    /** Returns one of some values. */
    <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Puts a digit in the place of every {@code #}. */
    String digits(String pattern) {
        StringBuilder text = new StringBuilder(pattern);
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '#') {
                text.setCharAt(i, (char) ('0' + random.nextInt(10)));
            }
        }
        return text.toString();
    }
}
