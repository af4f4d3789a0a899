package dev.ectype.adapter.inmemory;

import dev.ectype.tck.differential.DifferentialContract;
import dev.ectype.tck.harness.AdapterFixture;

/** Random queries of jOOQ's, answered by this store as SQL answers them. */
class InMemoryDifferentialTest extends DifferentialContract {

    @Override
    public AdapterFixture fixture() {
        return new InMemoryFixture();
    }
}
