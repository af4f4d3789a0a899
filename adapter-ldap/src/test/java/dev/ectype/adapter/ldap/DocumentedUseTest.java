package dev.ectype.adapter.ldap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.adapter.ldap.LdapPasswords.Outcome;
import dev.ectype.adapter.ldap.LdapPasswords.Refused;
import dev.ectype.adapter.ldap.connection.LdapOptions;
import dev.ectype.adapter.ldap.connection.LdapServers;
import dev.ectype.adapter.ldap.mapping.LdapColumn;
import dev.ectype.adapter.ldap.mapping.LdapMapping;
import dev.ectype.adapter.ldap.server.Server;
import dev.ectype.adapter.ldap.server.TestDirectory;
import dev.ectype.error.MappingException;
import dev.ectype.spi.Source;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Layout.Slot;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage.Scalar;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The code that the page on directories shows. */
class DocumentedUseTest {

    private static LdapAdapter connect(String password) {
        // snippet:ldap-connect
        LdapAdapter adapter = LdapAdapter.connect(
                LdapServers.at("ldaps://one.example.com", "ldaps://two.example.com")
                        .bind("cn=app,dc=example,dc=com", password),
                LdapOptions.DEFAULTS.withBase("dc=example,dc=com"));
        // end
        return adapter;
    }

    private static LdapMapping mapping() {
        // snippet:ldap-mapping
        LdapMapping people = LdapMapping.of("inetOrgPerson")
                .below("ou=people,dc=example,dc=com")
                .namedBy("uid")
                .column("cn", LdapColumn.PLAIN.comparedByDirectory())
                .column("skills", LdapColumn.PLAIN.inSortedValues())
                .column("address", LdapColumn.PLAIN.inJson());
        // end
        return people;
    }

    private static LdapMapping mappingWithEntries() {
        // snippet:ldap-entries
        LdapMapping people = LdapMapping.of("inetOrgPerson")
                .namedBy("uid")
                .column(
                        "devices",
                        LdapColumn.PLAIN.inEntries(LdapMapping.of("device").namedBy("cn")));
        // end
        return people;
    }

    private static void prepare(LdapAdapter adapter, Source people, PrintStream out) {
        // snippet:ldap-storage
        LdapStorage storage = adapter.storage(people);
        out.println(storage.report());
        out.println(storage.definitions("1.3.6.1.4.1.32473.1"));
        storage.createBase();
        // end
    }

    private static String change(LdapAdapter adapter, Source people, String oldPassword, String newPassword) {
        // snippet:ldap-password
        LdapPasswords passwords = adapter.passwords(people);
        Outcome outcome = passwords.change(List.of("ada"), oldPassword, newPassword);
        String said = outcome instanceof Refused refused ? refused.rule() : "changed";
        // end
        return said;
    }

    @Test
    void preparesADirectoryAndChangesAPassword() {
        Source people = new Source(
                "documented",
                Optional.empty(),
                new Layout(List.of(
                        new Slot("user", "uid", Scalar.TEXT),
                        new Slot("name", "cn", Scalar.TEXT),
                        new Slot("surname", "sn", Scalar.TEXT))),
                List.of(0),
                List.of(),
                List.of(LdapMapping.of("inetOrgPerson")));
        TestDirectory directory = Server.IN_MEMORY.directory();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (LdapAdapter adapter = directory.connect()) {
            prepare(adapter, people, new PrintStream(out, true, UTF_8));
            assertThat(out.toString(UTF_8)).contains("documented as [inetOrgPerson] below ou=documented,");
            directory.clear(adapter.storage(people).base());
            Things.insert(adapter, people, Row.over(people.layout(), new Object[] {"ada", "Ada", "L"}));
            adapter.passwords(people).set(List.of("ada"), "old");
            assertThat(change(adapter, people, "wrong", "new")).isNotEqualTo("changed");
            assertThat(change(adapter, people, "old", "new")).isEqualTo("changed");
        }
    }

    @Test
    void aMappingIsAValue() {
        assertThat(mapping()).isEqualTo(mapping());
        assertThat(mappingWithEntries().columnOf("devices").entries()).isPresent();
    }

    @Test
    void serversThatAreNotThereAreAnErrorAtConnect() {
        assertThatThrownBy(() -> connect("secret"))
                .isInstanceOf(MappingException.class)
                .hasMessageNotContaining("secret");
    }
}
