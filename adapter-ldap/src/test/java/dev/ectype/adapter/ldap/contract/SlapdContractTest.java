package dev.ectype.adapter.ldap.contract;

import dev.ectype.adapter.ldap.server.Server;
import dev.ectype.tck.AdapterContract;
import dev.ectype.tck.harness.AdapterFixture;
import dev.ectype.tck.profile.StoresPage;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Everything that an adapter must do, asked of this one on OpenLDAP's slapd. */
class SlapdContractTest extends AdapterContract {
    @Override
    public AdapterFixture fixture() {
        return new LdapFixture(Server.SLAPD, Profiles.slapd());
    }

    @Test
    void thePageOfStoresSaysWhatIsClaimed() {
        StoresPage.hold(Path.of("../docs/stores.md"), Profiles.slapd());
        StoresPage.holdSummary(Path.of("../README.md"), Profiles.slapd());
    }
}
