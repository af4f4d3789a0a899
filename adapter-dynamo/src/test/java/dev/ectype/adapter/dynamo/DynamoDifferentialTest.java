package dev.ectype.adapter.dynamo;

import dev.ectype.tck.differential.DifferentialContract;
import dev.ectype.tck.harness.AdapterFixture;

/** Random queries of jOOQ's, on the server of the tests. */
class DynamoDifferentialTest extends DifferentialContract {

    @Override
    protected int queries() {
        return 2000;
    }

    @Override
    public AdapterFixture fixture() {
        return new DynamoContractTest.Fixture();
    }
}
