package dev.ectype.adapter.ldap.contract;

import dev.ectype.adapter.ldap.server.Server;
import dev.ectype.tck.differential.DifferentialContract;
import dev.ectype.tck.harness.AdapterFixture;

/** Random queries of jOOQ's, on OpenLDAP's slapd. */
class SlapdDifferentialTest extends DifferentialContract {

    @Override
    protected int queries() {
        return 2000;
    }

    @Override
    public AdapterFixture fixture() {
        return new LdapFixture(Server.SLAPD, Profiles.slapd());
    }
}
