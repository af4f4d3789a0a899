package dev.ectype.tck.self;

import dev.ectype.tck.differential.DifferentialContract;
import dev.ectype.tck.harness.AdapterFixture;

/** Random queries, put to the mutant that {@link ContractRun} has chosen. */
class MutantDifferential extends DifferentialContract {

    @Override
    protected int queries() {
        return 2000;
    }

    @Override
    protected long seed() {
        return 42;
    }

    @Override
    public AdapterFixture fixture() {
        return MutantContract.chosen().fixture();
    }
}
