package dev.ectype.adapter.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.PLAINBindRequest;
import com.unboundid.ldap.sdk.ResultCode;
import dev.ectype.adapter.ldap.connection.LdapCapabilities.Offer;
import dev.ectype.adapter.ldap.connection.LdapOptions;
import dev.ectype.adapter.ldap.connection.LdapServers;
import dev.ectype.adapter.ldap.server.Server;
import dev.ectype.adapter.ldap.server.TestDirectory;
import dev.ectype.error.MappingException;
import dev.ectype.error.StoreException;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Server.class)
class ConnectingTest {
    private static final LdapOptions OPTIONS = LdapOptions.DEFAULTS.withBase(TestDirectory.BASE);
    private final TestDirectory directory;

    ConnectingTest(Server server) {
        this.directory = server.directory();
    }

    private void assertWorks(LdapServers servers) {
        directory.renew("things");
        try (LdapAdapter adapter = LdapAdapter.connect(servers, OPTIONS)) {
            Things.insert(adapter, Things.source(), Things.row("k"));
            assertThat(Things.get(adapter, Things.source(), "k")).isEqualTo(Things.row("k"));
        }
    }

    private LdapServers secure(String host) {
        return LdapServers.at("ldaps://" + host + ":" + directory.securePort())
                .bind(TestDirectory.ADMIN, TestDirectory.PASSWORD)
                .withConnectTimeout(Duration.ofSeconds(5));
    }

    @Test
    void encryptsFromTheStart() {
        assertWorks(secure("localhost").trusting(directory.trust()));
    }

    @Test
    void encryptsByStartTls() {
        assertWorks(directory.servers().withStartTls().trusting(directory.trust()));
    }

    @Test
    void refusesACertificateThatNobodyTrusts() {
        assertThatThrownBy(() -> LdapAdapter.connect(secure("localhost"), OPTIONS))
                .isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> LdapAdapter.connect(directory.servers().withStartTls(), OPTIONS))
                .isInstanceOf(StoreException.class);
    }

    @Test
    void refusesACertificateOfAnotherHost() {
        assertThatThrownBy(() -> LdapAdapter.connect(secure("127.0.0.1").trusting(directory.trust()), OPTIONS))
                .isInstanceOf(StoreException.class);
        LdapServers startTls = LdapServers.at("ldap://127.0.0.1:" + directory.port())
                .bind(TestDirectory.ADMIN, TestDirectory.PASSWORD)
                .withStartTls()
                .trusting(directory.trust());
        assertThatThrownBy(() -> LdapAdapter.connect(startTls, OPTIONS)).isInstanceOf(StoreException.class);
    }

    @Test
    void failsToConnectWithAWrongPassword() {
        LdapServers wrong = LdapServers.at(directory.url()).bind(TestDirectory.ADMIN, "secret123");
        assertThatThrownBy(() -> LdapAdapter.connect(wrong, OPTIONS))
                .isInstanceOfSatisfying(StoreException.class, e -> {
                    assertThat(e.retryable()).isFalse();
                    assertThat(((LDAPException) e.getCause()).getResultCode())
                            .isEqualTo(ResultCode.INVALID_CREDENTIALS);
                })
                .hasMessageNotContaining("secret123");
    }

    @Test
    void failsWhereNobodyListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        assertThatThrownBy(() -> LdapAdapter.connect(LdapServers.at("ldap://localhost:" + port), OPTIONS))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.retryable()).isTrue());
        assertWorks(LdapServers.at("ldap://localhost:" + port, directory.url())
                .bind(TestDirectory.ADMIN, TestDirectory.PASSWORD));
    }

    @Test
    void refusesAddressesThatAreNone() {
        assertThatThrownBy(() -> LdapAdapter.connect(LdapServers.at("localhost:389")))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("ldap://host:port");
        assertThatThrownBy(() ->
                        LdapAdapter.connect(LdapServers.at("ldaps://localhost").withStartTls()))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("StartTLS");
    }

    @Test
    void takesBindRequestsOfTheDriver() {
        PLAINBindRequest plain = new PLAINBindRequest("dn:" + TestDirectory.ADMIN, TestDirectory.PASSWORD);
        LdapServers servers = LdapServers.at(directory.url()).bind(plain);
        if (directory == Server.IN_MEMORY.directory()) {
            assertWorks(servers);
        } else {
            assertThatThrownBy(() -> LdapAdapter.connect(servers, OPTIONS)).isInstanceOf(StoreException.class);
        }
    }

    @Test
    void leavesAPoolOfTheCallerOpen() throws LDAPException {
        try (LDAPConnectionPool pool = new LDAPConnectionPool(directory.bare(), 2)) {
            LdapAdapter.over(pool, OPTIONS).close();
            assertThat(pool.isClosed()).isFalse();
        }
    }

    @Test
    void knowsWhatTheDirectoryOffers() {
        try (LdapAdapter adapter = directory.connect()) {
            assertThat(adapter.capabilities().offered())
                    .contains(Offer.PAGING, Offer.SORTING, Offer.ASSERTION, Offer.POST_READ, Offer.INCREMENT);
        }
    }
}
