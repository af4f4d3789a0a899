package dev.ectype.benchmarks.ldap;

import com.unboundid.ldap.sdk.persist.FilterUsage;
import com.unboundid.ldap.sdk.persist.LDAPField;
import com.unboundid.ldap.sdk.persist.LDAPObject;
import org.jspecify.annotations.Nullable;

/** The same, as the SDK's persistence framework wants it. */
@LDAPObject(structuralClass = "inetOrgPerson")
public final class SdkMember {
    @LDAPField(attribute = "uid", inRDN = true, filterUsage = FilterUsage.ALWAYS_ALLOWED)
    @Nullable String uid;

    @LDAPField(attribute = "cn", requiredForEncode = true)
    @Nullable String name;

    @LDAPField(attribute = "sn", requiredForEncode = true)
    @Nullable String surname;

    @LDAPField(attribute = "mail")
    String @Nullable [] mails;

    @LDAPField(attribute = "telephoneNumber")
    @Nullable String phone;

    @LDAPField(attribute = "title")
    @Nullable String title;

    @LDAPField(attribute = "l")
    @Nullable String city;

    /** Creates an empty one, for the SDK. */
    public SdkMember() {}
}
