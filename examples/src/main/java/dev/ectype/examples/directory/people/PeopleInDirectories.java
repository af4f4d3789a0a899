package dev.ectype.examples.directory.people;

import dev.ectype.adapter.ldap.mapping.LdapColumn;
import dev.ectype.adapter.ldap.mapping.LdapMapping;

/**
 * How people stand in an LDAP directory: as {@code inetOrgPerson}, named by their mail address, which so is unique; what that
 * class does not know, an own one adds. Other stores do not look at it.
 */
final class PeopleInDirectories {
    static final LdapMapping MAPPING = LdapMapping.of("inetOrgPerson", "directoryPerson")
            .namedBy("mail")
            .attribute("id", "uid")
            .attribute("name", "cn")
            .alsoAs("cn", "sn")
            .attribute("email", "mail")
            .attribute("phone", "telephoneNumber")
            .attribute("status", "employeeType")
            .column("skills", LdapColumn.PLAIN.inJson())
            .column("address", LdapColumn.PLAIN.inJson());

    private PeopleInDirectories() {}
}
