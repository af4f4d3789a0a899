package dev.ectype.benchmarks.ldap;

import java.util.Set;
import javax.naming.Name;
import org.jspecify.annotations.Nullable;
import org.springframework.ldap.odm.annotations.Attribute;
import org.springframework.ldap.odm.annotations.DnAttribute;
import org.springframework.ldap.odm.annotations.Entry;
import org.springframework.ldap.odm.annotations.Id;

/** The same, as Spring's object directory mapping wants it. */
@Entry(objectClasses = "inetOrgPerson")
public final class SpringMember {
    @Id
    @Nullable Name dn;

    @Attribute(name = "uid")
    @DnAttribute(value = "uid")
    @Nullable String uid;

    @Attribute(name = "cn")
    @Nullable String name;

    @Attribute(name = "sn")
    @Nullable String surname;

    @Attribute(name = "mail")
    @Nullable Set<String> mails;

    @Attribute(name = "telephoneNumber")
    @Nullable String phone;

    @Attribute(name = "title")
    @Nullable String title;

    @Attribute(name = "l")
    @Nullable String city;

    /** Creates an empty one, for Spring. */
    public SpringMember() {}
}
