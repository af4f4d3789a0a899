package dev.ectype.tck.self;

import dev.ectype.tck.AdapterContract;
import dev.ectype.tck.harness.AdapterFixture;
import org.jspecify.annotations.Nullable;

/** The contract, run over a mutant by {@link ContractRun} only; its name keeps it out of the ordinary run. */
class MutantContract extends AdapterContract {
    static @Nullable Mutant mutant;

    @Override
    public AdapterFixture fixture() {
        return chosen().fixture();
    }

    static Mutant chosen() {
        Mutant chosen = mutant;
        if (chosen == null) {
            throw new IllegalStateException("ContractRun chooses a mutant first");
        }
        return chosen;
    }
}
