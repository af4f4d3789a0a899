package dev.ectype.query.eval;

import java.util.Random;
import java.util.function.Consumer;

/** Runs a property over seeded random inputs, and names the seed of the one that fails. */
final class Seeded {
    private static final int RUNS = Boolean.getBoolean("ectype.campaign") ? 200_000 : 2_000;

    private Seeded() {}

    static void forAll(Consumer<Random> property) {
        for (long seed = 1; seed <= RUNS; seed++) {
            try {
                property.accept(new Random(seed));
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError("seed " + seed + ": " + failure.getMessage(), failure);
            }
        }
    }
}
