package dev.ectype.adapter.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.adapter.ldap.connection.LdapOptions;
import dev.ectype.adapter.ldap.connection.LdapServers;
import dev.ectype.adapter.ldap.mapping.LdapColumn;
import dev.ectype.adapter.ldap.mapping.LdapMapping;
import dev.ectype.error.MappingException;
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

    @Test
    void aMappingIsAValue() {
        assertThat(mapping()).isEqualTo(mapping());
    }

    @Test
    void serversThatAreNotThereAreAnErrorAtConnect() {
        assertThatThrownBy(() -> connect("secret"))
                .isInstanceOf(MappingException.class)
                .hasMessageNotContaining("secret");
    }
}
