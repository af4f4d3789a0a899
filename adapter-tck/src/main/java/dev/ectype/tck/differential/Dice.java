package dev.ectype.tck.differential;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Chances. */
record Dice(Random random) {

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    final <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Returns different ones of the choices, at most so many. */
    <T> List<T> someOf(List<T> choices, int atMost) {
        List<T> shuffled = new ArrayList<>(choices);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, Math.min(atMost, shuffled.size()));
    }

    <T> List<T> some(int atMost, Supplier<T> each) {
        List<T> some = new ArrayList<>();
        for (int i = random.nextInt(atMost + 1); i > 0; i--) {
            some.add(each.get());
        }
        return some;
    }
}
