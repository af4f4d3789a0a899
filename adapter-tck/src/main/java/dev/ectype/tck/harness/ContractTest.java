package dev.ectype.tck.harness;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The base of the contract classes: gives every test an open bench. The name shown for a test begins with the id of its
 * rule; the name of its method is the rule as a sentence.
 */
@ExtendWith(BenchResolver.class)
public abstract class ContractTest {
    private @Nullable Bench bench;

    @BeforeEach
    final void open(Bench opened) {
        bench = opened;
    }

    /** Returns the bench of the running test. */
    protected final Bench bench() {
        Bench opened = bench;
        if (opened == null) {
            throw new IllegalStateException("no test is running");
        }
        return opened;
    }
}
