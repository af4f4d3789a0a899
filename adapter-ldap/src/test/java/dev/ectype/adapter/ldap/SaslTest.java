package dev.ectype.adapter.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.unboundid.ldap.sdk.BindRequest;
import com.unboundid.ldap.sdk.EXTERNALBindRequest;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.PLAINBindRequest;
import com.unboundid.ldap.sdk.RootDSE;
import com.unboundid.ldap.sdk.SCRAMSHA256BindRequest;
import com.unboundid.ldif.LDIFException;
import dev.ectype.adapter.ldap.connection.LdapOptions;
import dev.ectype.adapter.ldap.connection.LdapServers;
import dev.ectype.adapter.ldap.internal.server.Connecting;
import dev.ectype.adapter.ldap.server.Certificates;
import dev.ectype.adapter.ldap.server.Server;
import dev.ectype.adapter.ldap.server.Slapd;
import dev.ectype.adapter.ldap.server.TestDirectory;
import dev.ectype.error.StoreException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Binds by SASL to an OpenLDAP server that knows an account by its certificate and by its password. */
class SaslTest {
    @TempDir
    static Path folder;

    private static Slapd slapd;
    private static Certificates client;

    @BeforeAll
    static void start() throws LDAPException, LDIFException {
        Server.requireSlapd();
        client = Certificates.make(folder, "client", 2);
        slapd = Slapd.startTrusting(client);
        try (LDAPConnection bare = slapd.bare()) {
            bare.add(new Entry(
                    "dn: cn=client," + TestDirectory.BASE,
                    "objectClass: person",
                    "cn: client",
                    "sn: client",
                    "userPassword: let me in"));
        }
    }

    @AfterAll
    static void stop() {
        if (slapd != null) {
            slapd.close();
        }
    }

    private static LdapServers secure(BindRequest bind) {
        return LdapServers.at("ldaps://localhost:" + slapd.securePort())
                .trusting(slapd.trust())
                .bind(bind);
    }

    private static void assertBinds(LdapServers servers) {
        try (LdapAdapter adapter = LdapAdapter.connect(servers)) {
            assertThat(adapter.capabilities().offered()).isNotEmpty();
        }
    }

    private static void requireMechanism(String name) throws LDAPException {
        LdapServers anonymous =
                LdapServers.at("ldaps://localhost:" + slapd.securePort()).trusting(slapd.trust());
        try (LDAPConnectionPool pool = Connecting.pool(anonymous, LdapOptions.DEFAULTS)) {
            RootDSE root = pool.getRootDSE();
            String[] offered = root.getSupportedSASLMechanismNames();
            assumeFalse(
                    offered == null || !Arrays.asList(offered).contains(name),
                    "slapd has no module for " + name + ": Debian's package libsasl2-modules has it");
        }
    }

    @Test
    void bindsByACertificate() {
        assertBinds(secure(new EXTERNALBindRequest("")).identifiedBy(client.keys()));
    }

    @Test
    void doesNotBindByACertificateThatIsNotShown() {
        LdapServers none = secure(new EXTERNALBindRequest(""));
        assertThatThrownBy(() -> LdapAdapter.connect(none)).isInstanceOf(StoreException.class);
    }

    @Test
    void bindsByScram() throws LDAPException {
        requireMechanism("SCRAM-SHA-256");
        assertBinds(secure(new SCRAMSHA256BindRequest("client", "let me in")));
        LdapServers wrong = secure(new SCRAMSHA256BindRequest("client", "secret123"));
        assertThatThrownBy(() -> LdapAdapter.connect(wrong))
                .isInstanceOf(StoreException.class)
                .hasMessageNotContaining("secret123");
    }

    @Test
    void bindsByPlain() throws LDAPException {
        requireMechanism("PLAIN");
        assertBinds(secure(new PLAINBindRequest("client", "let me in")));
        LdapServers wrong = secure(new PLAINBindRequest("client", "secret123"));
        assertThatThrownBy(() -> LdapAdapter.connect(wrong)).isInstanceOf(StoreException.class);
    }
}
