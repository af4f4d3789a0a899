package dev.ectype.adapter.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.adapter.ldap.LdapPasswords.Changed;
import dev.ectype.adapter.ldap.LdapPasswords.NoEntry;
import dev.ectype.adapter.ldap.LdapPasswords.Outcome;
import dev.ectype.adapter.ldap.LdapPasswords.Refused;
import dev.ectype.adapter.ldap.connection.LdapServers;
import dev.ectype.adapter.ldap.mapping.LdapMapping;
import dev.ectype.adapter.ldap.server.Server;
import dev.ectype.adapter.ldap.server.TestDirectory;
import dev.ectype.error.StoreException;
import dev.ectype.spi.Source;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Layout.Slot;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Server.class)
class PasswordsTest {
    private static final List<Object> ADA = List.of("ada");
    private final TestDirectory directory;
    private final Source accounts = new Source(
            "accounts",
            Optional.empty(),
            new Layout(List.of(
                    new Slot("user", "uid", Scalar.TEXT),
                    new Slot("name", "cn", Scalar.TEXT),
                    new Slot("surname", "sn", Scalar.TEXT))),
            List.of(0),
            List.of(),
            List.of(LdapMapping.of("inetOrgPerson")));
    private LdapAdapter adapter;

    PasswordsTest(Server server) {
        this.directory = server.directory();
    }

    @BeforeEach
    void open() {
        directory.renew("accounts");
        adapter = directory.connect();
        Things.insert(adapter, accounts, Row.over(accounts.layout(), new Object[] {"ada", "Ada", "L"}));
    }

    @AfterEach
    void close() {
        adapter.close();
    }

    private boolean opens(String password) {
        LdapServers servers =
                LdapServers.at(directory.url()).bind("uid=ada,ou=accounts," + TestDirectory.BASE, password);
        try {
            LdapAdapter.connect(servers).close();
            return true;
        } catch (StoreException e) {
            return false;
        }
    }

    @Test
    void setsAPassword() {
        assertThat(adapter.passwords(accounts).set(ADA, "first")).isEqualTo(new Changed(Optional.empty()));
        assertThat(opens("first")).isTrue();
        assertThat(opens("second")).isFalse();
    }

    @Test
    void changesAPasswordOnlyIfTheOldOneIsRight() {
        LdapPasswords passwords = adapter.passwords(accounts);
        passwords.set(ADA, "first");
        assertThat(passwords.change(ADA, "wrong", "second")).isInstanceOf(Refused.class);
        assertThat(opens("first")).isTrue();
        assertThat(passwords.change(ADA, "first", "second")).isInstanceOf(Changed.class);
        assertThat(opens("second")).isTrue();
        assertThat(opens("first")).isFalse();
    }

    @Test
    void letsTheServerMakeOne() {
        Outcome outcome = adapter.passwords(accounts).generate(ADA);
        String made = ((Changed) outcome).made().orElseThrow();
        assertThat(opens(made)).isTrue();
        assertThat(outcome.toString()).doesNotContain(made);
    }

    @Test
    void saysThatNobodyHasTheKey() {
        assertThat(adapter.passwords(accounts).set(List.of("nobody"), "x")).isEqualTo(new NoEntry());
    }
}
