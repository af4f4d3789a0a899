package dev.ectype.adapter.ldap.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.adapter.ldap.LdapAdapter;
import dev.ectype.adapter.ldap.connection.LdapOptions;
import dev.ectype.adapter.ldap.connection.LdapServers;
import dev.ectype.adapter.ldap.server.Certificates;
import dev.ectype.adapter.ldap.server.InMemoryDirectory;
import dev.ectype.adapter.ldap.server.TestDirectory;
import dev.ectype.error.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server whose certificate ran out. */
@Timeout(60)
class CertificateTest {
    private static final LdapOptions OPTIONS = LdapOptions.DEFAULTS.withBase(TestDirectory.BASE);

    @TempDir
    Path folder;

    private static LdapServers trusting(LdapServers servers, InMemoryDirectory server) {
        return servers.bind(TestDirectory.ADMIN, TestDirectory.PASSWORD)
                .trusting(server.trust())
                .withConnectTimeout(Duration.ofSeconds(5));
    }

    @Test
    void isNotTrustedAnyMore() {
        try (InMemoryDirectory server = InMemoryDirectory.start(Certificates.expired(folder, "localhost"), 0)) {
            LdapServers secure = trusting(LdapServers.at("ldaps://localhost:" + server.securePort()), server);
            assertThatThrownBy(() -> LdapAdapter.connect(secure, OPTIONS))
                    .isInstanceOf(StoreException.class)
                    .hasRootCauseInstanceOf(java.security.cert.CertificateException.class);
            LdapServers startTls = trusting(LdapServers.at(server.url()).withStartTls(), server);
            assertThatThrownBy(() -> LdapAdapter.connect(startTls, OPTIONS)).isInstanceOf(StoreException.class);
        }
    }

    @Test
    void isTrustedWhileItIsValid() {
        try (InMemoryDirectory server = InMemoryDirectory.start(Certificates.make(folder, "localhost", 1), 0)) {
            LdapServers secure = trusting(LdapServers.at("ldaps://localhost:" + server.securePort()), server);
            try (LdapAdapter adapter = LdapAdapter.connect(secure, OPTIONS)) {
                assertThat(adapter.capabilities().offered()).isNotEmpty();
            }
        }
    }
}
