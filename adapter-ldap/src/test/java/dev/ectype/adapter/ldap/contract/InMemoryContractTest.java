package dev.ectype.adapter.ldap.contract;

import dev.ectype.adapter.ldap.server.Server;
import dev.ectype.tck.AdapterContract;
import dev.ectype.tck.harness.AdapterFixture;

/** Everything that an adapter must do, asked of this one on the driver's own directory. */
class InMemoryContractTest extends AdapterContract {
    @Override
    public AdapterFixture fixture() {
        return new LdapFixture(Server.IN_MEMORY, Profiles.inMemory());
    }
}
