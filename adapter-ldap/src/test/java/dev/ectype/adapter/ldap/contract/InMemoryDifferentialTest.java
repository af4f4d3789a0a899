package dev.ectype.adapter.ldap.contract;

import dev.ectype.adapter.ldap.server.Server;
import dev.ectype.tck.differential.DifferentialContract;
import dev.ectype.tck.harness.AdapterFixture;

/** Random queries of jOOQ's, on the driver's own directory. */
class InMemoryDifferentialTest extends DifferentialContract {

    @Override
    protected int queries() {
        return 2000;
    }

    @Override
    public AdapterFixture fixture() {
        return new LdapFixture(Server.IN_MEMORY, Profiles.inMemory());
    }
}
