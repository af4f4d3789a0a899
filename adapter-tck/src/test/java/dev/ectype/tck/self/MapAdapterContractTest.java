package dev.ectype.tck.self;

import dev.ectype.tck.AdapterContract;
import dev.ectype.tck.harness.AdapterFixture;

class MapAdapterContractTest extends AdapterContract {

    @Override
    public AdapterFixture fixture() {
        return MapFixture.correct();
    }
}
