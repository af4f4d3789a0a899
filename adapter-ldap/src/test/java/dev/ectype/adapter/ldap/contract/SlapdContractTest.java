package dev.ectype.adapter.ldap.contract;

import dev.ectype.adapter.ldap.server.Server;
import dev.ectype.tck.AdapterContract;
import dev.ectype.tck.harness.AdapterFixture;

/** Everything that an adapter must do, asked of this one on OpenLDAP's slapd. */
class SlapdContractTest extends AdapterContract {
    @Override
    public AdapterFixture fixture() {
        return new LdapFixture(Server.SLAPD, Profiles.slapd());
    }
}
