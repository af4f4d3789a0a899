package dev.ectype.adapter.inmemory;

import dev.ectype.tck.AdapterContract;
import dev.ectype.tck.harness.AdapterFixture;

/** Everything that an adapter must do, claimed without exception. */
class InMemoryContractTest extends AdapterContract {

    @Override
    public AdapterFixture fixture() {
        return new InMemoryFixture();
    }
}
